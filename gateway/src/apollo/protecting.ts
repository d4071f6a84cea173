import { getVariableValues, GraphQLError, type OperationDefinitionNode } from 'graphql'
import type { Graph } from '../graph/graph.ts'
import { protectNames, type ProtectedOperation } from '../operation/protected-names.ts'
import type { Executor, ExecutorRequest, ExecutorResult } from './portal-gateway.ts'

function restore({ data, errors, ...rest }: ExecutorResult, names: ProtectedOperation): ExecutorResult {
  const renamed = errors?.map(
    ({ message, path, extensions }) =>
      new GraphQLError(message, { path: path ? names.restorePath(path) : null, extensions }),
  )
  return {
    ...rest,
    ...(renamed && { errors: renamed }),
    ...(data !== undefined && { data: data && names.restore(data) }),
  }
}

async function executeProtected(
  own: Executor,
  request: ExecutorRequest,
  names: ProtectedOperation,
  { schema }: Graph,
) {
  const { variables = {} } = request.request
  // By the client's own operation: a complaint names the variables as the client does.
  const { errors } = getVariableValues(schema, request.operation.variableDefinitions ?? [], variables)
  if (errors) return { errors: [...errors] }
  const { document, operation } = names
  const renamed = { ...request.request, variables: names.variables(variables) }
  return restore(await own({ ...request, document, operation, request: renamed }), names)
}

/** Apollo's executor, given operations in which no name of the client's can meet one that is fetched unseen. */
export function protecting(own: Executor, graph: Graph): Executor {
  const known = new WeakMap<OperationDefinitionNode, ProtectedOperation | null>()
  return (request) => {
    const { document, operation } = request
    let names = known.get(operation)
    if (names === undefined) known.set(operation, (names = protectNames(document, operation, graph.names)))
    return names ? executeProtected(own, request, names, graph) : own(request)
  }
}
