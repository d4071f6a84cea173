import type { OperationDefinitionNode } from 'graphql'
import type { Answer } from '../execution/answer.ts'
import type { Graph } from '../graph/graph.ts'
import { runPlan } from '../operation/answer-plan.ts'
import { executedWith } from '../operation/operation-run.ts'
import { prepareExecution, type PreparedOperation } from '../operation/prepare-operation.ts'
import type { FetchFromSubgraph, SubgraphAnswer } from '../subgraph/subgraph-answer.ts'
import { answerAgain } from './answer-again.ts'
import { fetchKey, type Fetched } from './fetched.ts'
import type { ExecutorRequest } from './portal-gateway.ts'

/** What is to be replayed would have been fetched otherwise. */
class Otherwise extends Error {}

/** Gives each fetch what came of it the first time, of as many entities as are asked for again. */
function replaying(fetched: readonly Fetched[]): FetchFromSubgraph {
  const byKey = new Map(fetched.map((each) => [each.key, each]))
  return ({ serviceName, operation }, variables, path): Promise<SubgraphAnswer> => {
    const known = byKey.get(fetchKey(serviceName, path, operation))
    const answer = known && answerAgain(known, variables)
    return answer ? Promise.resolve(answer) : Promise.reject(new Otherwise())
  }
}

/**
 * The compiled executor's answer to what Apollo's has fetched, nothing being asked again: Apollo's executor does not
 * say which fields were lost with a fetch. Null when the two would not have fetched alike.
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
      return await runPlan(executed, { fetch: replaying(fetched), asksForEach: true })
    } catch (cause) {
      if (cause instanceof Otherwise) return null
      throw cause
    }
  }
}
