/** A file that the portal has received and that can now be attached. */
export type Uploaded = { readonly uploadId: string }
/** Why the portal did not take it; `UNREACHABLE` when no answer came. */
export type UploadRefused = { readonly code: string }

type Answer = { uploadId?: unknown; code?: unknown }

const parsed = (text: string): Answer => {
  try {
    return JSON.parse(text) as Answer
  } catch {
    return {}
  }
}

/** What the answer to an upload says. Total: an answer that is not understood is no answer. */
export const readAnswer = (status: number, text: string): Uploaded | UploadRefused => {
  const { uploadId, code } = parsed(text)
  if (status === 201 && typeof uploadId === 'string') return { uploadId }
  return { code: typeof code === 'string' ? code : 'UNREACHABLE' }
}

/**
 * Sends a file as it is. XMLHttpRequest, since fetch tells nothing about how much has been sent.
 * @param onProgress called with whole percents
 */
export const upload = (
  file: File,
  onProgress: (percent: number) => void,
): Promise<Uploaded | UploadRefused> =>
  new Promise((resolve) => {
    const request = new XMLHttpRequest()
    request.upload.onprogress = ({ loaded, total }) =>
      onProgress(total ? Math.floor((100 * loaded) / total) : 0)
    request.onload = () => resolve(readAnswer(request.status, request.responseText))
    request.onerror = () => resolve({ code: 'UNREACHABLE' })
    request.open('POST', `/files?name=${encodeURIComponent(file.name)}`)
    request.setRequestHeader('content-type', file.type || 'application/octet-stream')
    request.send(file)
  })
