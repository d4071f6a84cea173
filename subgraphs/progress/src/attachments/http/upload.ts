import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Actor } from '@kompetanse/schema/actor-token'
import { answerEarly, bodyOf } from '@kompetanse/schema/uploads'
import type { PrismaClient } from '../../generated/db/client.ts'
import type { FilesConfig } from '../config.ts'
import { STATUS_OF, type FileRefusal } from '../domain/refusal.ts'
import { uploadFile } from '../use-cases/upload-file.ts'

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
  const command = { actorId: actor.personId, now: new Date(), name, content: bodyOf(request) }
  const upload = await uploadFile(dependencies, command)
  if ('refused' in upload) return refuse(request, response, upload.refused)
  response.writeHead(201, JSON_TYPE).end(JSON.stringify(upload))
}

const JSON_TYPE = { 'content-type': 'application/json' }

function refuse(request: IncomingMessage, response: ServerResponse, code: FileRefusal): void {
  answerEarly(request, response, {
    status: STATUS_OF[code],
    headers: JSON_TYPE,
    body: JSON.stringify({ code }),
  })
}
