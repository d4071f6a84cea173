import type { GraphQLFormattedError } from 'graphql'
import type { Logger } from '../log.ts'
import type { SubgraphError } from '../subgraph/subgraph-answer.ts'
import { maskBug } from './mask.ts'

/** No code of anybody's, or one that says no more than that: Apollo names so what a subgraph gave no code for. */
const BUGS = new Set<unknown>([undefined, 'INTERNAL_SERVER_ERROR', 'DOWNSTREAM_SERVICE_ERROR'])
/** What only the inside is to know. */
const HIDDEN = new Set(['stacktrace', 'exception', 'serviceName', 'service'])

const shown = (extensions: Record<string, unknown>) =>
  Object.fromEntries(Object.entries(extensions).filter(([name]) => !HIDDEN.has(name)))

/**
 * Errors as a client sees them, in the one place that every answer and every event goes through. A refusal has a code
 * and passes; what has none, or is a subgraph's bug, is masked and logged with what `context` says of the request.
 */
export function presentErrors(
  log: Logger,
  context: Record<string, unknown>,
  errors: readonly SubgraphError[],
): GraphQLFormattedError[] {
  return errors.map(({ message, path, locations, extensions = {}, serviceName }) => {
    const at = { ...(path && { path }), ...(locations && { locations }) }
    const code = extensions['code']
    if (typeof code === 'string' && !BUGS.has(code)) return { message, ...at, extensions: shown(extensions) }
    return { ...maskBug(log, message, { ...context, subgraph: serviceName, path, extensions }), ...at }
  })
}
