import type { GraphQLFormattedError } from 'graphql'
import { maskBug } from '../errors/mask.ts'
import type { OperationRun } from '../operation/execute-operation.ts'
import { fetchBody } from '../subgraph/subgraph-client.ts'
import type { FetchFromSubgraph, SubgraphError } from '../subgraph/subgraph-answer.ts'
import type { Completion } from './complete-value.ts'
import { executePlan } from './execute-plan.ts'
import { introspect } from './introspect.ts'

const INTERNAL = 'INTERNAL_SERVER_ERROR'

/**
 * Errors of subgraphs as the client sees them. A refusal has a code and passes; what has none or is a subgraph's
 * bug is masked here, in the one place that every answer goes through.
 */
export function reportErrors(run: OperationRun, errors: readonly SubgraphError[]): GraphQLFormattedError[] {
  return errors.map(({ message, path, extensions, serviceName }) => {
    const code = extensions?.['code']
    const at = path && { path }
    if (typeof code === 'string' && code !== INTERNAL) {
      const { stacktrace: _stack, exception: _exception, ...shown } = extensions ?? {}
      return { message, ...at, extensions: shown }
    }
    const operation = run.operation.operation.name?.value
    return { ...maskBug(run.log, message, { subgraph: serviceName, operation, path, extensions }), ...at }
  })
}

function fetcher({ operation, actor, subgraphs }: OperationRun): FetchFromSubgraph {
  return async (node, variables) => {
    const client = subgraphs.get(operation.graph, node.serviceName)
    const idempotent = node.operationKind === 'query'
    return client.read(
      await client.send({ body: fetchBody(node, variables), headers: actor.headers, idempotent }),
    )
  }
}

/** Executes the plan and shapes the answer. */
export async function answerPlan(run: OperationRun): Promise<string> {
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
  if (errors.length > 0) return JSON.stringify({ errors: reportErrors(run, errors), data })
  // A null that no subgraph explained is told beside the data, as other gateways of federation do.
  const unexplained = completion.errors.length > 0 && { extensions: { valueCompletion: completion.errors } }
  return JSON.stringify({ data, ...unexplained })
}
