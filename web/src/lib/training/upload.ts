import { MOST_FILE_BYTES } from '@kompetanse/schema/uploads'
import type { Outcome } from '#lib/command/index.ts'

export type Upload = { uploadId: string } | Outcome

const refused = (code = 'UNREACHABLE'): Outcome => ({ __typename: 'FileRefused', code })

type Answer = { uploadId?: string; code?: string }

const parse = (text: string): Answer => {
  try {
    return JSON.parse(text) as Answer
  } catch {
    return {}
  }
}

/**
 * Sends a file as it is and reports its progress (0–100). Resolves always: to the id that attaches it, or
 * to a refusal; one that is too large is not sent at all. XMLHttpRequest, since fetch does not report the progress.
 */
export const uploadFile = (file: File, onProgress: (percent: number) => void): Promise<Upload> =>
  new Promise((resolve) => {
    if (file.size > MOST_FILE_BYTES) return resolve(refused('FILE_TOO_LARGE'))
    const request = new XMLHttpRequest()
    request.open('POST', `/files?name=${encodeURIComponent(file.name)}`)
    request.setRequestHeader('content-type', file.type || 'application/octet-stream')
    request.upload.onprogress = ({ loaded, total }) => onProgress(Math.round((100 * loaded) / total))
    request.onload = () => {
      const { uploadId, code } = parse(request.responseText)
      if (request.status === 201 && uploadId) resolve({ uploadId })
      else resolve(refused(code))
    }
    request.onerror = () => resolve(refused())
    request.send(file)
  })
