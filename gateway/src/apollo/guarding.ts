import { getVariableValues, GraphQLError, type OperationDefinitionNode } from 'graphql'
import type { JsonObject } from '../json/json.ts'
import { roundNumbers } from '../json/parse-json.ts'
import type { Graph } from '../graph/graph.ts'
import { variablesOf, type Coerced, type Judge } from '../operation/coerce-variables.ts'
import type { ProtectedOperation } from '../operation/protected-names.ts'
import { guardOperation, type Guarded } from './guard-operation.ts'
import { nullsOf, type Executor, type ExecutorRequest, type ExecutorResult } from './portal-gateway.ts'

const PROTECTED = /\b__c\d+\b/g

/** An error under the client's names: where it is, and what Apollo's own words call the field. */
const renamed =
  ({ names, restorePath }: ProtectedOperation) =>
  ({ message, path, extensions }: GraphQLError): GraphQLError =>
    new GraphQLError(
      message.replace(PROTECTED, (name) => names.get(name) ?? name),
      { path: path ? restorePath(path) : null, extensions },
    )

function restored(result: ExecutorResult, names: ProtectedOperation): ExecutorResult {
  const { data, errors, extensions } = result
  const unexplained = nullsOf(result)?.map(renamed(names))
  return {
    ...(data !== undefined && { data: data && names.restore(data) }),
    ...(errors && { errors }),
    ...(extensions && {
      extensions: { ...extensions, ...(unexplained && { valueCompletion: unexplained }) },
    }),
  }
}

/** As they are to be sent: numbers with all their digits, if the types let them. */
const sendable = ({ schema }: Graph, { operation, request }: ExecutorRequest): JsonObject => {
  const given = request.variables ?? {}
  const { coerced } = getVariableValues(schema, operation.variableDefinitions ?? [], given)
  return coerced ? given : (roundNumbers(given) as JsonObject)
}

/**
 * Apollo's executor, given operations that its planner cannot get wrong: no name of the client's meets one that is
 * fetched unseen, and no condition of one field holds back the inputs of another.
 */
export function guarding(own: Executor, graph: Graph): Executor {
  const judges = new WeakMap<OperationDefinitionNode, Judge>()
  const guards = new WeakMap<OperationDefinitionNode, Guarded>()

  function judge({ document, operation, request }: ExecutorRequest): Coerced {
    const found = judges.get(operation) ?? variablesOf(graph.schema, document, operation)
    judges.set(operation, found)
    return found(request.variables ?? {})
  }

  function guarded(request: ExecutorRequest): Guarded {
    const found = guards.get(request.operation) ?? guardOperation(graph, request.source, request)
    guards.set(request.operation, found)
    return found
  }

  return async (request) => {
    // By the client's own operation: a complaint names the variables as the client does.
    const { errors, coerced } = judge(request)
    if (errors) return { errors: [...errors] }
    const given = sendable(graph, request)
    const { document, operation, variant, names } = guarded(request)(coerced)
    const variables = names?.variables(given) ?? given
    const queryHash = `${request.queryHash}#${variant}`
    const result = await own({
      ...request,
      document,
      operation,
      queryHash,
      request: { ...request.request, variables },
    })
    return names ? restored(result, names) : result
  }
}
