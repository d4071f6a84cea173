import type { Logger } from '../process/log.ts'
import type { CompiledOperations } from '../operation/compiled-operations.ts'
import type { Execute } from '../operation/execute-operation.ts'
import type { SharedReads } from '../operation/shared-reads.ts'
import type { Own } from './answer-own.ts'
import type { Executor, ExecutorRequest } from './portal-gateway.ts'
import type { RequestContext } from './request-context.ts'
import { bugResult, compiledResult, ownResult } from './results.ts'

export interface RouteOptions {
  readonly execute: Execute
  /** The compiled executor's, to be informed of mutations that pass it by. */
  readonly reads: Pick<SharedReads, 'write'>
  readonly log: Logger
}

/**
 * Compiled operations to the compiled executor, all else to Apollo's own: one way in, and one for errors out. A bug of
 * either is an answer with a masked error, never a broken request.
 */
export function routeOperations(compiled: CompiledOperations, own: Own, options: RouteOptions): Executor {
  const { execute, reads, log } = options
  const answerOwn = (request: ExecutorRequest) =>
    request.operation.operation === 'mutation' ? reads.write(() => own(request)) : own(request)

  return async (request) => {
    const context = request.context as RequestContext
    const seen = { log, operation: request.operation.name?.value }
    try {
      const operation = compiled.of(request.document, request.operation)
      const { variables = {} } = request.request
      const answer = operation ? await execute(operation, variables, context) : await answerOwn(request)
      return 'kind' in answer ? compiledResult(answer, context, seen) : ownResult(answer, seen)
    } catch (cause) {
      return bugResult(cause, seen)
    }
  }
}
