import type { IncomingMessage } from 'node:http'
import type { Authenticate, RequestActor } from '../actor/authenticate.ts'
import { shownBy } from '../actor/shown.ts'
import { refuse, type Refusal } from '../errors/refusal.ts'
import type { JsonObject } from '../json/json.ts'
import { readGraphRequest, readGraphSearch } from './graph-request.ts'
import { isJsonBody } from './media-types.ts'
import { readBody } from './read-body.ts'

export interface ReceiveOptions {
  readonly authenticate: Authenticate
  readonly maxBodyBytes: number
}

/** A request that is one, and who sent it. */
export interface Received {
  readonly kind: 'received'
  readonly method: 'GET' | 'POST'
  /** The query of its URL, with the question mark. */
  readonly search: string
  readonly body: JsonObject
  readonly actor: RequestActor
}

function searchOf({ url = '' }: IncomingMessage): string {
  const start = url.indexOf('?')
  return start < 0 ? '' : url.slice(start)
}

/** The pipeline lets GET read alone, so that no link can make anyone act. */
async function receiveGet(
  request: IncomingMessage,
  { authenticate }: ReceiveOptions,
): Promise<Received | Refusal> {
  const search = searchOf(request)
  const actor = await authenticate(shownBy(request))
  if (actor.kind === 'refused') return actor
  const read = readGraphSearch(search)
  return read.kind === 'refused'
    ? read
    : { kind: 'received', method: 'GET', search, body: read.request, actor }
}

async function receivePost(request: IncomingMessage, options: ReceiveOptions): Promise<Received | Refusal> {
  const { authenticate, maxBodyBytes } = options
  if (!isJsonBody(request.headers['content-type']))
    return refuse(415, 'UNSUPPORTED_MEDIA_TYPE', 'The body must be application/json in UTF-8.')
  const [text, actor] = await Promise.all([readBody(request, maxBodyBytes), authenticate(shownBy(request))])
  if (typeof text !== 'string') return text
  if (actor.kind === 'refused') return actor
  const body = readGraphRequest(text)
  return body.kind === 'refused'
    ? body
    : { kind: 'received', method: 'POST', search: '', body: body.request, actor }
}

/** Reads a request of GraphQL over HTTP and finds out who sent it, the two side by side. Rejects when the client leaves. */
export async function receive(
  request: IncomingMessage,
  options: ReceiveOptions,
): Promise<Received | Refusal> {
  if (request.method === 'POST') return receivePost(request, options)
  if (request.method === 'GET') return receiveGet(request, options)
  return refuse(405, 'METHOD_NOT_ALLOWED', 'Use GET or POST.', { allow: 'GET, POST' })
}
