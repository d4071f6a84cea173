import type { IncomingMessage, ServerResponse } from 'node:http'
import { pipeline } from 'node:stream/promises'
import type { Actor } from '@kompetanse/schema/actor-token'
import { asId, isId } from '@kompetanse/graph'
import type { FilesConfig } from '../config.ts'
import type { Downloadable, FindDownloadable } from '../persistence/find-downloadable.ts'

/** GET /files/{attachmentId}: the file to save, never to run in the page's own origin. */
export async function answerDownload(
  { files, find }: { files: FilesConfig; find: FindDownloadable },
  request: IncomingMessage,
  response: ServerResponse,
  actor: Actor,
): Promise<void> {
  const id = (request.url ?? '').split(/[/?]/)[2] ?? ''
  const file = isId(id) ? await find(asId(id), actor, new Date(), files.scanner) : null
  const content = file && (await files.storage.get(file.id))
  if (!content) return void response.writeHead(404).end()
  response.writeHead(200, headersOf(file))
  if (request.method === 'HEAD') {
    content.destroy()
    return void response.end()
  }
  await pipeline(content, response)
}

const headersOf = ({ fileName, mediaType, byteSize }: Downloadable) => ({
  'content-type': mediaType,
  'content-length': byteSize,
  'content-disposition': disposition(fileName),
  'x-content-type-options': 'nosniff',
  'content-security-policy': "default-src 'none'; sandbox",
  'cache-control': 'private, no-store',
})

/** RFC 6266: the name as it is, and one of plain letters for clients of old. */
export function disposition(fileName: string): string {
  const plain = fileName.replace(/[^\x20-\x7e]|["\\%]/g, '_')
  const encoded = encodeURIComponent(fileName).replace(
    /['()*]/g,
    (char) => `%${char.charCodeAt(0).toString(16)}`,
  )
  return `attachment; filename="${plain}"; filename*=UTF-8''${encoded}`
}
