import type { DocumentNode, OperationDefinitionNode } from 'graphql'
import type { Graph } from '../graph/graph.ts'
import type { Logger } from '../log.ts'
import type { Execute } from '../operation/execute-operation.ts'
import { prepareOperation, type PreparedOperation } from '../operation/prepare-operation.ts'
import type { IsRegistered } from '../operation/registered-operations.ts'
import type { Executor } from './portal-gateway.ts'
import type { RequestContext } from './request-context.ts'
import { bugResult, compiledResult, ownResult } from './results.ts'

export interface RouteOptions {
  /** Which documents the compiled executor answers. */
  readonly isCompiled: IsRegistered
  readonly execute: Execute
  readonly log: Logger
}

/** Null: Apollo's own executor answers it. */
type Route = PreparedOperation | null

/** Which executor answers an operation, found out once per document. */
function routesOf(graph: Graph, isCompiled: IsRegistered) {
  const routes = new WeakMap<OperationDefinitionNode, Route>()
  return (document: DocumentNode, operation: OperationDefinitionNode): Route => {
    const known = routes.get(operation)
    if (known !== undefined) return known
    const route = isCompiled(document) ? prepareOperation(graph, document, operation) : null
    routes.set(operation, route)
    return route
  }
}

/**
 * Registered operations to the compiled executor, all else to Apollo's own: one way in, and one for errors out. A bug
 * of either is an answer with a masked error, never a broken request.
 */
export function routeOperations({ isCompiled, execute, log }: RouteOptions) {
  return (graph: Graph, own: Executor): Executor => {
    const routeOf = routesOf(graph, isCompiled)
    return async (request) => {
      const { document, operation } = request
      const context = request.context as RequestContext
      const seen = { log, operation: operation.name?.value }
      try {
        const route = routeOf(document, operation)
        if (!route) return ownResult(await own(request), seen)
        return compiledResult(await execute(route, request.request.variables ?? {}, context), context, seen)
      } catch (cause) {
        return bugResult(cause, seen)
      }
    }
  }
}
