import { Kind, type DocumentNode, type GraphQLSchema } from 'graphql'
import { isIncluded } from '../document/conditions.ts'
import { fragmentsOf } from '../document/fragments-of.ts'
import type { JsonObject } from '../json/json.ts'
import { compileFetchShape, ENTITIES, type FetchShape } from '../subgraph/fetch-shape.ts'
import type { Cause } from './cause.ts'
import { collectFields, type PlacedSet } from './collect-fields.ts'
import type { Loss } from './lost.ts'

/** The document of one fetch, compiled once. */
export interface FetchDocument {
  readonly shape: FetchShape
  /** All that it was to give, of the root or of each entity, under the client's variables. */
  lossFor(cause: Cause, variables: JsonObject): Loss
  /** The response names at its root, under the client's variables. */
  rootNames(variables: JsonObject): string[]
}

/** `schema` is the supergraph's, with what clients may not see. Throws when the document has no operation. */
export function compileFetch(schema: GraphQLSchema, document: DocumentNode): FetchDocument {
  const shape = compileFetchShape(schema, document)
  const operation = document.definitions.find((each) => each.kind === Kind.OPERATION_DEFINITION)
  const type = operation && schema.getRootType(operation.operation)
  if (!operation || !type) throw new Error('A fetch without an operation of the graph')
  const fragments = fragmentsOf(document)
  const entities = operation.selectionSet.selections.flatMap((each) =>
    each.kind === Kind.FIELD && each.name.value === ENTITIES && each.selectionSet ? [each.selectionSet] : [],
  )
  const sets = (shape.ofEntities ? entities : [operation.selectionSet]).map((set): PlacedSet => ({
    set,
    parent: type,
  }))
  const conditionsFor = (variables: JsonObject): Loss['conditions'] => ({
    ...{ schema, fragments },
    included: (node) => isIncluded(node, variables),
  })
  return {
    shape,
    // Of an entity without `__typename` the type was not fetched.
    lossFor: (cause, variables) => ({
      cause,
      conditions: conditionsFor(variables),
      sets,
      type: shape.ofEntities ? null : type,
    }),
    rootNames: (variables) =>
      collectFields(conditionsFor(variables), sets, { type, exact: true }).map(({ name }) => name),
  }
}
