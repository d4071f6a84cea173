import type { IncomingHttpHeaders } from 'node:http'
import { pipeline } from 'node:stream/promises'
import { answerEarly } from '@kompetanse/schema/uploads'
import { codingOf } from '../content-coding/decode.ts'
import { maskBug } from '../errors/mask.ts'
import { refuse, type Refusal } from '../errors/refusal.ts'
import type { Logger } from '../process/log.ts'
import type { SubgraphClient } from '../subgraph/subgraph-client.ts'
import { exchangeFile } from './file-exchange.ts'
import { refuseEarly } from './refuse-early.ts'
import type { ActorHandler } from './routes.ts'

export interface FilesHandlerOptions {
  /** The subgraph that keeps the files; undefined when the graph in force has it not. */
  readonly keeper: () => SubgraphClient | undefined
  readonly log: Logger
}

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
export function createFilesHandler({ keeper, log }: FilesHandlerOptions): ActorHandler {
  return async (request, response, { actor, gone }) => {
    const refused = (refusal: Refusal) => refuseEarly(request, response, refusal)
    if (codingOf(request.headers['content-encoding']) !== 'identity') {
      const headers = { 'accept-encoding': 'identity' }
      return refused(refuse(415, 'UNSUPPORTED_CONTENT_ENCODING', 'A file is sent as it is.', headers))
    }
    const replicas = keeper()?.replicas
    if (!replicas) return refused(refuse(503, 'SUBGRAPH_UNAVAILABLE', 'Files are unavailable.'))
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
      if (answer.statusCode >= 400) {
        const body = await answer.body.text()
        return answerEarly(request, response, { status: answer.statusCode, headers, body })
      }
      response.writeHead(answer.statusCode, headers)
      await pipeline(answer.body, response)
    } catch (cause) {
      if (response.headersSent || request.destroyed) return void response.destroy()
      const error = maskBug(log, cause, { subgraph: keeper()?.name })
      refused({ kind: 'refused', status: 502, errors: [error] })
    }
  }
}
