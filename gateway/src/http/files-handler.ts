import type { IncomingHttpHeaders, IncomingMessage, OutgoingHttpHeaders, ServerResponse } from 'node:http'
import { pipeline } from 'node:stream/promises'
import { answerEarly } from '@kompetanse/schema/uploads'
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

export interface FilesHandlerOptions {
  readonly authenticate: Authenticate
  /** The subgraph that keeps the files; undefined when the graph in force has it not. */
  readonly keeper: () => SubgraphClient | undefined
  readonly log: Logger
}

const REFUSAL_HEADERS = { 'content-type': 'application/json; charset=utf-8', 'cache-control': 'no-store' }
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

/** Who is refused may still be sending. */
const answerTo =
  (request: IncomingMessage, response: ServerResponse) =>
  (status: number, headers: OutgoingHttpHeaders, body: string): void =>
    answerEarly(request, response, { status, headers, body })

/**
 * Streams uploads and downloads between the client and the subgraph that keeps the files, with the actor in
 * front. Only named headers pass, in both directions, and nothing is held in memory.
 */
export function createFilesHandler({ authenticate, keeper, log }: FilesHandlerOptions): Handler {
  return async (request, response) => {
    const early = answerTo(request, response)
    const refused = ({ status, errors, headers = {} }: Refusal) =>
      early(status, { ...REFUSAL_HEADERS, ...headers }, JSON.stringify({ errors }))
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
      const headers = pick(answer.headers, RESPONSE_HEADERS)
      if (answer.statusCode >= 400) return early(answer.statusCode, headers, await answer.body.text())
      response.writeHead(answer.statusCode, headers)
      await pipeline(answer.body, response)
    } catch (cause) {
      if (response.headersSent || request.destroyed) return void response.destroy()
      const error = maskBug(log, cause, { subgraph: keeper()?.name })
      early(502, REFUSAL_HEADERS, JSON.stringify({ errors: [error] }))
    }
  }
}
