import {
  executeSync,
  Kind,
  OperationTypeNode,
  visit,
  type DocumentNode,
  type FieldNode,
  type OperationDefinitionNode,
} from 'graphql'
import type { PreparedOperation } from '../operation/prepare-operation.ts'
import type { JsonObject } from './json.ts'

/** Answers one `__schema` or `__type` field from the client's schema. */
export function introspect(operation: PreparedOperation, field: FieldNode, variables: JsonObject): unknown {
  const used = new Set<string>()
  const fragments = [...operation.fragments.values()]
  visit(
    { kind: Kind.DOCUMENT, definitions: [wrap(field), ...fragments] },
    { Variable: ({ name }) => void used.add(name.value) },
  )
  const variableDefinitions = (operation.operation.variableDefinitions ?? []).filter(({ variable }) =>
    used.has(variable.name.value),
  )
  const document: DocumentNode = {
    kind: Kind.DOCUMENT,
    definitions: [{ ...wrap(field), variableDefinitions }, ...fragments],
  }
  const { data, errors } = executeSync({
    schema: operation.graph.schema,
    document,
    variableValues: variables,
  })
  if (errors) throw new Error('Introspection failed', { cause: errors[0] })
  return data?.[field.alias?.value ?? field.name.value]
}

const wrap = (field: FieldNode): OperationDefinitionNode => ({
  kind: Kind.OPERATION_DEFINITION,
  operation: OperationTypeNode.QUERY,
  selectionSet: { kind: Kind.SELECTION_SET, selections: [field] },
})
