import type { GraphQLFormattedError } from 'graphql'
import type { Logger } from '../log.ts'
import type { SubgraphError } from '../subgraph/subgraph-answer.ts'
import { maskBug } from './mask.ts'

const INTERNAL = 'INTERNAL_SERVER_ERROR'

/** What the log knows an operation by. */
export interface PresentedOperation {
  readonly log: Logger
  readonly name: string | undefined
}

/**
 * Errors of subgraphs as the client sees them. A refusal has a code and passes; what has none or is a subgraph's
 * bug is masked here, in the one place that every answer goes through.
 */
export function presentErrors(
  errors: readonly SubgraphError[],
  { log, name }: PresentedOperation,
): GraphQLFormattedError[] {
  return errors.map(({ message, path, extensions, serviceName }) => {
    const code = extensions?.['code']
    const at = path && { path }
    if (typeof code === 'string' && code !== INTERNAL) {
      const { stacktrace: _stack, exception: _exception, ...shown } = extensions ?? {}
      return { message, ...at, extensions: shown }
    }
    return { ...maskBug(log, message, { subgraph: serviceName, operation: name, path, extensions }), ...at }
  })
}
