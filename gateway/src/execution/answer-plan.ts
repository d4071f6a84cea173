import type { Answer, OperationRun } from '../operation/execute-operation.ts'
import { fetchBody } from '../subgraph/subgraph-client.ts'
import type { FetchFromSubgraph, SubgraphError } from '../subgraph/subgraph-answer.ts'
import type { Completion } from './complete-value.ts'
import { executePlan } from './execute-plan.ts'
import { introspect } from './introspect.ts'

function fetcher({ operation, actor, subgraphs, signal, deadlineAt }: OperationRun): FetchFromSubgraph {
  return async (node, variables) => {
    const client = subgraphs.get(operation.graph, node.serviceName)
    const idempotent = node.operationKind === 'query'
    return client.read(
      await client.send({
        body: fetchBody(node, variables),
        headers: actor.headers,
        idempotent,
        signal,
        deadlineAt,
      }),
    )
  }
}

/** Executes the plan and shapes the answer. */
export async function answerPlan(run: OperationRun): Promise<Answer> {
  const { operation, variables, coerced } = run
  const errors: SubgraphError[] = []
  const { supergraphSchema } = operation.graph
  const fetched = await executePlan(operation.plan, {
    supergraphSchema,
    variables,
    coerced,
    errors,
    fetch: fetcher(run),
  })
  const completion: Completion = {
    errors: [],
    path: [],
    introspect: (field) => introspect(operation, field, variables),
  }
  const data = operation.shapes.for(coerced)(fetched, completion)
  if (errors.length > 0) return { kind: 'result', data, errors }
  // A null that no subgraph explained is told beside the data, as other gateways of federation do.
  const unexplained = completion.errors.length > 0 && { extensions: { valueCompletion: completion.errors } }
  return { kind: 'text', body: JSON.stringify({ data, ...unexplained }) }
}
