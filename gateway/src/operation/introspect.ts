import {
  executeSync,
  Kind,
  OperationTypeNode,
  visit,
  type DefinitionNode,
  type DocumentNode,
  type FieldNode,
  type OperationDefinitionNode,
} from 'graphql'
import type { PreparedOperation } from './prepare-operation.ts'
import { getOwn, type JsonObject } from '../json/json.ts'

const NAME = 'answer'

const asQuery = (selections: readonly FieldNode[]): OperationDefinitionNode => ({
  kind: Kind.OPERATION_DEFINITION,
  operation: OperationTypeNode.QUERY,
  selectionSet: { kind: Kind.SELECTION_SET, selections },
})

/** The document with the client's own names: graphql-js has no names of the planner to collide with. */
const withClientNames = (document: DocumentNode, names: ReadonlyMap<string, string>): DocumentNode =>
  visit(document, {
    Field(field) {
      const client = field.alias && names.get(field.alias.value)
      return client === undefined ? undefined : { ...field, alias: { kind: Kind.NAME, value: client } }
    },
  })

/**
 * Answers one `__schema` or `__type` field from the client's schema. `places` are all places that select it under one
 * response name: their selections are merged.
 */
export function introspect(
  prepared: PreparedOperation,
  places: readonly FieldNode[],
  variables: JsonObject,
): unknown {
  const { graph, operation, fragments, names } = prepared
  const alias = { kind: Kind.NAME, value: NAME } as const
  const query = asQuery(places.map((place) => ({ ...place, alias })))
  const used = new Set<string>()
  const definitions: DefinitionNode[] = [query, ...fragments.values()]
  visit({ kind: Kind.DOCUMENT, definitions }, { Variable: ({ name }) => void used.add(name.value) })
  const variableDefinitions = (operation.variableDefinitions ?? []).filter(({ variable }) =>
    used.has(variable.name.value),
  )
  const document: DocumentNode = {
    kind: Kind.DOCUMENT,
    definitions: [{ ...query, variableDefinitions }, ...fragments.values()],
  }
  const executed = names ? withClientNames(document, names.names) : document
  const { data, errors } = executeSync({
    schema: graph.schema,
    document: executed,
    variableValues: variables,
  })
  if (errors) throw new Error('Introspection failed', { cause: errors[0] })
  return getOwn(data ?? {}, NAME)
}
