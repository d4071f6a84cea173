import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Authenticate } from '../actor/authenticate.ts'
import { shownBy } from '../actor/shown.ts'
import { maskBug } from '../errors/mask.ts'
import { refuse } from '../errors/refusal.ts'
import type { GraphSource } from '../graph/graph-source.ts'
import type { Logger } from '../log.ts'
import type { Execute } from '../operation/execute-operation.ts'
import { readGraphRequest } from '../operation/graph-request.ts'
import type { Prepare } from '../operation/operation-cache.ts'
import { isJsonBody, negotiate } from './negotiate.ts'
import { readBody } from './read-body.ts'
import { respond, respondRefusal } from './respond.ts'

export interface GraphqlHandlerOptions {
  readonly graphs: GraphSource
  readonly authenticate: Authenticate
  readonly prepare: Prepare
  readonly execute: Execute
  readonly maxBodyBytes: number
  readonly log: Logger
}

export type Handler = (request: IncomingMessage, response: ServerResponse) => Promise<void>

/** GraphQL over HTTP: POST only, so that no link and no form can make a signed-in browser act. */
export function createGraphqlHandler(options: GraphqlHandlerOptions): Handler {
  return async (request, response) => {
    const type = negotiate(request.headers.accept)
    if (!type)
      return respondRefusal(
        response,
        'application/json',
        refuse(406, 'NOT_ACCEPTABLE', 'The answer is JSON.'),
      )
    try {
      const answer = await answerTo(request, options)
      if (answer.kind === 'refused') respondRefusal(response, type, answer)
      else respond(response, type, { status: 200, body: answer.body })
    } catch (cause) {
      if (request.destroyed && !request.complete) return
      const body = JSON.stringify({ errors: [maskBug(options.log, cause, {})] })
      respond(response, type, { status: 500, body })
    }
  }
}

async function answerTo(request: IncomingMessage, options: GraphqlHandlerOptions) {
  const { graphs, authenticate, prepare, execute, maxBodyBytes } = options
  if (request.method !== 'POST') return refuse(405, 'METHOD_NOT_ALLOWED', 'Use POST.', { allow: 'POST' })
  if (!isJsonBody(request.headers['content-type']))
    return refuse(415, 'UNSUPPORTED_MEDIA_TYPE', 'The body must be application/json in UTF-8.')
  const reading = readBody(request, maxBodyBytes)
  const [text, known] = await Promise.all([reading, authenticate(shownBy(request))])
  if (typeof text !== 'string') return text
  if (known.kind === 'refused') return known
  const parsed = readGraphRequest(text)
  if (parsed.kind === 'refused') return parsed
  const operation = prepare(graphs.current, parsed.query, parsed.operationName)
  if (operation.kind === 'refused') return operation
  return execute(operation, parsed.variables, known)
}
