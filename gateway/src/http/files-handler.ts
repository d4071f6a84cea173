import type { IncomingHttpHeaders } from 'node:http'
import { pipeline } from 'node:stream/promises'
import type { Authenticate } from '../actor/authenticate.ts'
import { shownBy } from '../actor/shown.ts'
import { codingOf } from '../content-coding/decode.ts'
import { maskBug } from '../errors/mask.ts'
import { refuse, type Refusal } from '../errors/refusal.ts'
import type { Logger } from '../log.ts'
import type { SubgraphClient } from '../subgraph/subgraph-client.ts'
import { exchangeFile } from './file-exchange.ts'
import type { Handler } from './graphql-handler.ts'
import { leavingOf } from './leaving.ts'
import { respond, respondRefusal } from './respond.ts'

export interface FilesHandlerOptions {
  readonly authenticate: Authenticate
  /** The subgraph that keeps the files; undefined when the graph in force has it not. */
  readonly keeper: () => SubgraphClient | undefined
  readonly log: Logger
}

const METHODS = new Set(['GET', 'HEAD', 'POST'])
const REQUEST_HEADERS = [
  'content-type',
  'content-length',
  'accept',
  'range',
  'if-none-match',
  'if-modified-since',
]
const RESPONSE_HEADERS = [
  'content-type',
  'content-encoding',
  'content-length',
  'content-disposition',
  'content-range',
  'content-security-policy',
  'accept-ranges',
  'cache-control',
  'etag',
  'last-modified',
  'x-content-type-options',
]
function pick(headers: IncomingHttpHeaders, names: readonly string[]): Record<string, string | string[]> {
  const picked: Record<string, string | string[]> = {}
  for (const name of names) {
    const value = headers[name]
    if (value !== undefined) picked[name] = value
  }
  return picked
}

/**
 * Streams uploads and downloads between the client and the subgraph that keeps the files, with the actor in
 * front. Only named headers pass, in both directions, and nothing is held in memory.
 */
export function createFilesHandler({ authenticate, keeper, log }: FilesHandlerOptions): Handler {
  return async (request, response) => {
    const refused = (refusal: Refusal) => {
      request.resume()
      respondRefusal(response, 'application/json', refusal)
    }
    if (!METHODS.has(request.method ?? ''))
      return refused(refuse(405, 'METHOD_NOT_ALLOWED', 'Use GET or POST.'))
    if (codingOf(request.headers['content-encoding']) !== 'identity') {
      const headers = { 'accept-encoding': 'identity' }
      return refused(refuse(415, 'UNSUPPORTED_CONTENT_ENCODING', 'A file is sent as it is.', headers))
    }
    const gone = leavingOf(response)
    const actor = await authenticate(shownBy(request))
    if (actor.kind === 'refused') return refused(actor)
    const replicas = keeper()?.replicas
    if (!replicas) return refused(refuse(503, 'SUBGRAPH_UNAVAILABLE', 'Files are unavailable.'))
    if (gone.aborted) return
    try {
      const { answer, attempt } = await exchangeFile(replicas, {
        method: request.method as 'GET' | 'HEAD' | 'POST',
        path: request.url ?? '/files',
        headers: { ...pick(request.headers, REQUEST_HEADERS), ...actor.headers },
        upload: request.method === 'POST' ? request : null,
        signal: gone,
      })
      answer.body.once('close', () => attempt.end())
      response.writeHead(answer.statusCode, pick(answer.headers, RESPONSE_HEADERS))
      await pipeline(answer.body, response)
    } catch (cause) {
      if (response.headersSent || request.destroyed) return void response.destroy()
      const error = maskBug(log, cause, { subgraph: keeper()?.name })
      respond(response, 'application/json', { status: 502, body: JSON.stringify({ errors: [error] }) })
    }
  }
}
