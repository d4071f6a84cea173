import type { LogDetails } from '@kompetanse/schema/process/log-details'
import type { GraphQLFormattedError } from 'graphql'
import type { Logger } from '../log.ts'
import type { SubgraphError } from './subgraph-answer.ts'
import { maskBug } from '../errors/mask.ts'

/**
 * What a subgraph says of a bug of its own or of this gateway's: no code, or Apollo's name for that; and that the
 * gateway asked for what the subgraph does not have, which is nothing of the client's, whose document was valid.
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
/** What only the inside is to know; and by `http` Apollo Server would let one error set the status of the whole answer. */
const HIDDEN = new Set(['stacktrace', 'exception', 'serviceName', 'service', 'http'])

const shown = (extensions: Record<string, unknown>) =>
  Object.fromEntries(Object.entries(extensions).filter(([name]) => !HIDDEN.has(name)))

/**
 * Errors as a client sees them, in the one place that every answer and every event goes through. A refusal has a code
 * and passes; what has none, or is a subgraph's bug, is masked and logged with what `context` says of the request.
 */
export function presentErrors(
  log: Logger,
  context: LogDetails,
  errors: readonly SubgraphError[],
): GraphQLFormattedError[] {
  return errors.map(({ message, path, locations, extensions = {}, serviceName }) => {
    const at = { ...(path && { path }), ...(locations && { locations }) }
    const code = extensions['code']
    if (typeof code === 'string' && !BUGS.has(code)) return { message, ...at, extensions: shown(extensions) }
    return { ...maskBug(log, message, { ...context, subgraph: serviceName, path, extensions }), ...at }
  })
}
