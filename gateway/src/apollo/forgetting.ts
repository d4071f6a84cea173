import { fragmentsOf } from '../document/fragments-of.ts'
import type { Graph } from '../graph/graph.ts'
import { rootOccurrences } from '../document/root-selections.ts'
import type { Executor, ExecutorRequest } from './portal-gateway.ts'
import type { RequestContext } from './request-context.ts'

/**
 * An executor after which it is found out anew who asks, when identity carried out a mutation: the next request
 * of the same person sees what the change made of them, as a record that was opened (B32).
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
