import type { OperationDefinitionNode } from 'graphql'
import type { Answer } from '../execution/answer.ts'
import type { Graph } from '../graph/graph.ts'
import { runPlan } from '../operation/answer-plan.ts'
import { executedWith } from '../operation/operation-run.ts'
import { prepareExecution, type PreparedOperation } from '../operation/prepare-operation.ts'
import type { FetchFromSubgraph, SubgraphAnswer } from '../subgraph/subgraph-answer.ts'
import { replayedAnswer } from './replayed-answer.ts'
import { fetchKey, type Fetched } from './fetched.ts'
import type { ExecutorRequest } from './portal-gateway.ts'

/** A fetch of the replay has no recorded answer. */
class Otherwise extends Error {}

/** Answers each fetch from the recorded fetch of the same key, reduced to the representations that it sends. */
function replaying(fetched: readonly Fetched[]): FetchFromSubgraph {
  const byKey = new Map(fetched.map((each) => [each.key, each]))
  return ({ serviceName, operation }, variables, path): Promise<SubgraphAnswer> => {
    const known = byKey.get(fetchKey(serviceName, path, operation))
    const answer = known && replayedAnswer(known, variables)
    return answer ? Promise.resolve(answer) : Promise.reject(new Otherwise())
  }
}

/**
 * Runs the compiled executor on what Apollo's executor has fetched, without a new request, because Apollo's executor
 * does not report which fields a failed fetch took. Null when the two executors would not have sent the same fetches.
 */
export function createReplay(graph: Graph) {
  const prepared = new WeakMap<OperationDefinitionNode, PreparedOperation>()

  function prepare({ document, operation }: ExecutorRequest): PreparedOperation {
    const known = prepared.get(operation) ?? prepareExecution(graph, document, operation)
    prepared.set(operation, known)
    return known
  }

  return async (request: ExecutorRequest, fetched: readonly Fetched[]): Promise<Answer | null> => {
    const operation = prepare(request)
    const given = request.request.variables ?? {}
    const executed = executedWith(operation, given, operation.judge(given).coerced ?? {})
    try {
      return await runPlan(executed, { fetch: replaying(fetched), sendsDuplicates: true })
    } catch (cause) {
      if (cause instanceof Otherwise) return null
      throw cause
    }
  }
}
