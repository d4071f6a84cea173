import type { Executed, OperationRun } from './operation-run.ts'
import type { FetchFromSubgraph } from '../subgraph/subgraph-answer.ts'
import { fetchBody } from '../subgraph/subgraph-client.ts'
import type { Answer } from '../execution/answer.ts'
import { completeAnswer } from './complete-answer.ts'
import { executePlan } from '../execution/execute-plan.ts'
import { Failures } from '../execution/failures.ts'
import type { PlanRun } from '../execution/plan-run.ts'

/**
 * Equal fetches of one actor that are under way at the same time are one: pages that differ in one fetch share the
 * others. Not those of a mutation, which must see what it has done.
 */
function fetcher(run: OperationRun): FetchFromSubgraph {
  const { operation, actor, subgraphs, reads, signal, deadlineAt } = run
  const isRead = operation.operation.operation === 'query'
  return async (node, variables) => {
    const client = subgraphs.get(operation.graph, node.serviceName)
    const body = fetchBody(node, variables)
    const idempotent = node.operationKind === 'query'
    const ask = (until: AbortSignal) =>
      client.send({ headers: actor.headers, signal: until, deadlineAt, body, idempotent })
    const key = `${client.name} ${actor.key} ${body}`
    return client.read(await (isRead ? reads.read(key, signal, ask) : ask(signal)))
  }
}

/** Executes the plan of an operation and shapes what its fetches gave. */
export async function runPlan(
  executed: Executed,
  fetching: Pick<PlanRun, 'fetch' | 'sendsDuplicates'>,
): Promise<Answer> {
  const { operation, variables, coerced } = executed
  const failures = new Failures()
  const { supergraphSchema } = operation.graph
  const run = { supergraphSchema, variables, coerced, failures, ...fetching }
  return completeAnswer(executed, await executePlan(operation.planFor(coerced), run), failures)
}

export const answerPlan = (run: OperationRun): Promise<Answer> => runPlan(run, { fetch: fetcher(run) })
