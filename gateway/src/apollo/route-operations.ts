import type { Logger } from '../log.ts'
import type { CompiledOperations } from '../operation/compiled-operations.ts'
import type { Execute } from '../operation/execute-operation.ts'
import type { Executor } from './portal-gateway.ts'
import type { RequestContext } from './request-context.ts'
import { bugResult, compiledResult, ownResult } from './results.ts'

export interface RouteOptions {
  readonly execute: Execute
  readonly log: Logger
}

/**
 * Compiled operations to the compiled executor, all else to Apollo's own: one way in, and one for errors out. A bug of
 * either is an answer with a masked error, never a broken request.
 */
export function routeOperations(
  compiled: CompiledOperations,
  own: Executor,
  options: RouteOptions,
): Executor {
  const { execute, log } = options
  return async (request) => {
    const context = request.context as RequestContext
    const seen = { log, operation: request.operation.name?.value }
    try {
      const operation = compiled.of(request.document, request.operation)
      if (!operation) return ownResult(await own(request), seen)
      const { variables = {} } = request.request
      return compiledResult(await execute(operation, variables, context), context, seen)
    } catch (cause) {
      return bugResult(cause, seen)
    }
  }
}
