import { fragmentsOf } from '../document/fragments-of.ts'
import type { Graph } from '../graph/graph.ts'
import { rootOccurrences } from '../document/root-selections.ts'
import type { Executor, ExecutorRequest } from './portal-gateway.ts'
import type { RequestContext } from './request-context.ts'

/**
 * An executor that drops the cached actor after a mutation of identity: the next request of the same person has the
 * rights that the mutation gave, such as an opened record (B32).
 */
export function forgetting(executor: Executor, graph: Graph): Executor {
  const identitys = graph.subgraphSchema('identity')?.getMutationType()?.getFields() ?? {}
  const changesActor = ({ document, operation }: ExecutorRequest) =>
    operation.operation === 'mutation' &&
    rootOccurrences(operation.selectionSet, fragmentsOf(document)).some(
      ({ field }) => field.name.value in identitys,
    )
  return async (request) => {
    const result = await executor(request)
    if (changesActor(request)) (request.context as RequestContext).actor.forget?.()
    return result
  }
}
