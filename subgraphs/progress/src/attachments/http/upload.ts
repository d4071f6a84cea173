import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Actor } from '@kompetanse/schema/actor-token'
import type { PrismaClient } from '../../generated/db/client.ts'
import type { FilesConfig } from '../config.ts'
import { STATUS_OF, type FileRefusal } from '../domain/refusal.ts'
import { uploadFile } from '../use-cases/upload-file.ts'

/** How long a refused sender may go on sending before the connection is cut. */
const DRAIN_MS = 10_000

/** POST /files?name=…: the body is the file. 201 with the upload, or `{ code }` with a 4xx. */
export async function answerUpload(
  dependencies: { prisma: PrismaClient; files: FilesConfig },
  request: IncomingMessage,
  response: ServerResponse,
  actor: Actor,
): Promise<void> {
  const announced = Number(request.headers['content-length'] ?? 0)
  if (announced > dependencies.files.maxBytes) return refuse(request, response, 'FILE_TOO_LARGE')
  const name = new URL(request.url ?? '/', 'http://files').searchParams.get('name') ?? ''
  // Leaving the loop early must not destroy the socket: the refusal has yet to be sent on it.
  const content = request.iterator({ destroyOnReturn: false }) as AsyncIterable<Buffer>
  const upload = await uploadFile(dependencies, { actorId: actor.personId, now: new Date(), name, content })
  if ('refused' in upload) return refuse(request, response, upload.refused)
  answer(response, 201, upload)
}

/** What has not been read is read and dropped: a client that is cut off while it sends never sees the answer. */
function refuse(request: IncomingMessage, response: ServerResponse, code: FileRefusal): void {
  if (!request.complete) {
    response.setHeader('connection', 'close')
    const cut = setTimeout(() => request.destroy(), DRAIN_MS).unref()
    request.once('close', () => clearTimeout(cut))
    request.resume()
  }
  answer(response, STATUS_OF[code], { code })
}

function answer(response: ServerResponse, status: number, body: object): void {
  response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body))
}
