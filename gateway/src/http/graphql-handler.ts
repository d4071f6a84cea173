import type { IncomingMessage, ServerResponse } from 'node:http'
import { HeaderMap } from '@apollo/server'
import type { Apollo } from '../apollo/open-apollo.ts'
import type { RequestContext } from '../apollo/request-context.ts'
import { maskBug } from '../errors/mask.ts'
import { refuse } from '../errors/refusal.ts'
import type { Logger } from '../process/log.ts'
import { negotiate, type AnswerType } from './media-types.ts'
import { receive } from './receive.ts'
import { respond, respondRefusal } from './respond.ts'
import type { ActorHandler, Caller } from './routes.ts'

export interface GraphqlHandlerOptions {
  /** The server of the graph in force. */
  readonly apollo: () => Apollo
  readonly maxBodyBytes: number
  /** Milliseconds that an operation may take in all. */
  readonly operationTimeoutMs: number
  readonly log: Logger
}

/**
 * The headers for Apollo Server, with `accept` reduced to the negotiated media type: to none for JSON, which spares
 * Apollo Server a second negotiation. A GET gets the header that its CSRF prevention requires: callers are
 * authenticated by headers alone, which another site's page cannot send.
 */
function headersOf({ headers, method }: IncomingMessage, type: AnswerType): HeaderMap {
  const map = new HeaderMap()
  for (const name in headers) {
    const value = headers[name]
    if (value !== undefined && name !== 'accept')
      map.set(name, typeof value === 'string' ? value : value.join(', '))
  }
  if (method === 'GET') map.set('apollo-require-preflight', 'true')
  if (type !== 'application/json') map.set('accept', type)
  return map
}

interface Exchange {
  readonly request: IncomingMessage
  readonly response: ServerResponse
  /** The media type that was negotiated. */
  readonly type: AnswerType
  readonly caller: Caller
}

/** The headers that an answer needs beside its media type. */
function moreHeaders(status: number, headers: HeaderMap): Record<string, string> | undefined {
  if (status === 405) return { allow: 'POST' }
  const after = headers.get('retry-after')
  return after === undefined ? undefined : { 'retry-after': after }
}

async function answer(exchange: Exchange, options: GraphqlHandlerOptions): Promise<void> {
  const { request, response, type, caller } = exchange
  const received = await receive(request, options.maxBodyBytes)
  if (received.kind === 'refused') return respondRefusal(response, type, received)
  const { method, search, body: sent } = received
  const deadlineAt = Date.now() + options.operationTimeoutMs
  const context: RequestContext = { actor: caller.actor, signal: caller.gone, deadlineAt, aside: {} }
  const {
    status = 200,
    body,
    headers: given,
  } = await options
    .apollo()
    .executeHTTPGraphQLRequest({
      httpGraphQLRequest: { method, headers: headersOf(request, type), search, body: sent },
      context: async () => context,
    })
    .finally(() => context.aside.leave?.())
  const text = context.aside.body ?? (body.kind === 'complete' ? body.string : '')
  // A client that accepts only plain JSON takes another status for a fault of a proxy, not of the document.
  const plain = status === 400 && context.aside.wellFormed && type === 'application/json'
  const headers = moreHeaders(status, given)
  respond(response, type, { status: plain ? 200 : status, body: text, headers })
}

/** GraphQL over HTTP, on Apollo Server's pipeline. */
export function createGraphqlHandler(options: GraphqlHandlerOptions): ActorHandler {
  return async (request, response, caller) => {
    const type = negotiate(request.headers.accept)
    if (!type) {
      const refusal = refuse(406, 'NOT_ACCEPTABLE', 'The answer is JSON.')
      return respondRefusal(response, 'application/json', refusal)
    }
    try {
      await answer({ request, response, type, caller }, options)
    } catch (cause) {
      if (request.destroyed && !request.complete) return
      const body = JSON.stringify({ errors: [maskBug(options.log, cause, {})] })
      respond(response, type, { status: 500, body })
    }
  }
}
