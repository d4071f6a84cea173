import { Kind, type DocumentNode, type GraphQLSchema } from 'graphql'
import { isIncluded } from '../document/conditions.ts'
import { fragmentsOf } from '../document/fragments-of.ts'
import type { JsonObject } from '../json/json.ts'
import { compileFetchShape, ENTITIES, type FetchShape } from '../subgraph/fetch-shape.ts'
import { renamedBack, type NameOf } from '../subgraph/planner-aliases.ts'
import type { Cause } from './cause.ts'
import { collectFields, type PlacedSet } from './collect-fields.ts'
import type { Loss } from './lost.ts'

/** The document of one fetch, compiled once. */
export interface FetchDocument {
  readonly shape: FetchShape
  /** A response name of its answer as it is known to the client, or under a protected name. */
  readonly nameOf: NameOf
  /** All that it was to give, of the root or of each entity, under the client's variables. */
  lossFor(cause: Cause, variables: JsonObject): Loss
  /** The response names at its root, under the client's variables. */
  rootNames(variables: JsonObject): string[]
}

/** Of a client's own document: what looks like a name of the planner is an alias of the client's. */
const AS_ASKED: NameOf = (name) => name

/** What the planner asks of a subgraph: no alias of a client's looks like one of the planner's there. */
export const compilePlanned = (schema: GraphQLSchema, document: DocumentNode): FetchDocument =>
  compileFetch(schema, document, renamedBack)

/** `schema` is the supergraph's, with what clients may not see. Throws when the document has no operation. */
export function compileFetch(
  schema: GraphQLSchema,
  document: DocumentNode,
  nameOf: NameOf = AS_ASKED,
): FetchDocument {
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
    ...{ shape, nameOf },
    // Of an entity without `__typename` the type was not fetched.
    lossFor: (cause, variables) => ({
      ...{ cause, nameOf },
      conditions: conditionsFor(variables),
      sets,
      type: shape.ofEntities ? null : type,
    }),
    rootNames: (variables) => collectFields(conditionsFor(variables), sets, type).map(({ name }) => name),
  }
}
