import type { OperationRun } from './operation-run.ts'
import type { FetchFromSubgraph, SubgraphError } from '../subgraph/subgraph-answer.ts'
import { fetchBody } from '../subgraph/subgraph-client.ts'
import type { Answer } from '../execution/answer.ts'
import { completeAnswer } from './complete-answer.ts'
import { executePlan } from '../execution/execute-plan.ts'

function fetcher({ operation, actor, subgraphs, signal, deadlineAt }: OperationRun): FetchFromSubgraph {
  const common = { headers: actor.headers, signal, deadlineAt }
  return async (node, variables) => {
    const client = subgraphs.get(operation.graph, node.serviceName)
    const idempotent = node.operationKind === 'query'
    return client.read(await client.send({ ...common, body: fetchBody(node, variables), idempotent }))
  }
}

/** Executes the plan of an operation and shapes what its fetches gave. */
export async function answerPlan(run: OperationRun): Promise<Answer> {
  const { operation, variables, coerced } = run
  const errors: SubgraphError[] = []
  const { supergraphSchema } = operation.graph
  const fetch = fetcher(run)
  const fetched = await executePlan(operation.planFor(coerced), {
    supergraphSchema,
    variables,
    coerced,
    errors,
    fetch,
  })
  return completeAnswer(run, fetched, errors)
}
