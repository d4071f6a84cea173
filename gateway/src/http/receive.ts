import type { IncomingMessage } from 'node:http'
import { refuse, type Refusal } from '../errors/refusal.ts'
import type { JsonObject } from '../json/json.ts'
import { readGraphRequest, readGraphSearch } from './graph-request.ts'
import { isJsonBody } from './media-types.ts'
import { readBody } from './read-body.ts'

/** A request that is one. */
export interface Received {
  readonly kind: 'received'
  readonly method: 'GET' | 'POST'
  /** The query of its URL, with the question mark. */
  readonly search: string
  readonly body: JsonObject
}

function searchOf({ url = '' }: IncomingMessage): string {
  const start = url.indexOf('?')
  return start < 0 ? '' : url.slice(start)
}

/** The pipeline lets GET read alone, so that no link can make anyone act. */
function receiveGet(request: IncomingMessage): Received | Refusal {
  const search = searchOf(request)
  const read = readGraphSearch(search)
  return read.kind === 'refused' ? read : { kind: 'received', method: 'GET', search, body: read.request }
}

async function receivePost(request: IncomingMessage, maxBodyBytes: number): Promise<Received | Refusal> {
  if (!isJsonBody(request.headers['content-type']))
    return refuse(415, 'UNSUPPORTED_MEDIA_TYPE', 'The body must be application/json in UTF-8.')
  const text = await readBody(request, maxBodyBytes)
  if (typeof text !== 'string') return text
  const body = readGraphRequest(text)
  return body.kind === 'refused' ? body : { kind: 'received', method: 'POST', search: '', body: body.request }
}

/** Reads a request of GraphQL over HTTP, by GET or POST. Rejects when the client leaves. */
export async function receive(request: IncomingMessage, maxBodyBytes: number): Promise<Received | Refusal> {
  return request.method === 'GET' ? receiveGet(request) : receivePost(request, maxBodyBytes)
}
