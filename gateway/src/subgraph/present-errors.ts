import type { LogDetails } from '@kompetanse/schema/process/log-details'
import type { GraphQLFormattedError } from 'graphql'
import type { Logger } from '../process/log.ts'
import type { SubgraphError } from './subgraph-answer.ts'
import { maskBug } from '../errors/mask.ts'

/**
 * Codes by which a subgraph reports a bug of its own or of this gateway's: none, or Apollo's code for one; and codes
 * for a request that it cannot process, which is the gateway's fault, since the client's document was valid.
 */
const BUGS = new Set<unknown>([
  undefined,
  'INTERNAL_SERVER_ERROR',
  'DOWNSTREAM_SERVICE_ERROR',
  'GRAPHQL_PARSE_FAILED',
  'GRAPHQL_VALIDATION_FAILED',
  'OPERATION_RESOLUTION_FAILURE',
  'BAD_REQUEST',
])
/** Extensions with internal details; and `http`, by which one error would set the status of the whole answer. */
const HIDDEN = new Set(['stacktrace', 'exception', 'serviceName', 'service', 'http'])

const shown = (extensions: Record<string, unknown>) =>
  Object.fromEntries(Object.entries(extensions).filter(([name]) => !HIDDEN.has(name)))

/**
 * Errors as a client sees them, in the one place that every answer and every event goes through. An error with a code
 * of a refusal passes; one without, or of a bug, is masked and logged with the request's `context`: once, under one id,
 * at however many places it is reported.
 */
export function presentErrors(
  log: Logger,
  context: LogDetails,
  errors: readonly SubgraphError[],
): GraphQLFormattedError[] {
  const masked = new Map<string, GraphQLFormattedError>()
  function mask({ message, path, extensions, serviceName }: SubgraphError): GraphQLFormattedError {
    const bug = JSON.stringify([serviceName, message, extensions])
    const known =
      masked.get(bug) ?? maskBug(log, message, { ...context, subgraph: serviceName, path, extensions })
    masked.set(bug, known)
    return known
  }
  return errors.map((error) => {
    const { message, path, locations, extensions = {} } = error
    const at = { ...(path && { path }), ...(locations && { locations }) }
    const code = extensions['code']
    const isRefusal = typeof code === 'string' && !BUGS.has(code)
    return isRefusal ? { message, ...at, extensions: shown(extensions) } : { ...mask(error), ...at }
  })
}
