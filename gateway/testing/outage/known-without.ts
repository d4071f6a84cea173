import { composeServices } from '@apollo/composition'
import { Supergraph } from '@apollo/federation-internals'
import {
  getNamedType,
  isCompositeType,
  Kind,
  parse,
  type DocumentNode,
  type FragmentDefinitionNode,
  type GraphQLCompositeType,
  type GraphQLSchema,
  type SelectionSetNode,
} from 'graphql'

/**
 * The graph of these subgraphs, as clients see it: what is available without the others. A type that none of them
 * resolves by its key may lack fields on one path that it has on another; the list of losses has the paths.
 */
export function schemaOf(subgraphs: ReadonlyMap<string, string>): GraphQLSchema {
  const services = [...subgraphs].map(([name, sdl]) => ({ name, url: 'http://none/', typeDefs: parse(sdl) }))
  const { supergraphSdl, errors } = composeServices(services, { runSatisfiability: false })
  if (!supergraphSdl) throw new AggregateError(errors ?? [])
  return Supergraph.build(supergraphSdl).apiSchema().toGraphQLJSSchema()
}

const below = (place: string, name: string): string => (place ? `${place}.${name}` : name)

/**
 * The leaves of a query that a graph has, each by its place: response names joined by dots, without the positions in
 * lists.
 */
export function placesSelected({ definitions }: DocumentNode, schema: GraphQLSchema): Set<string> {
  const fragments = new Map(
    definitions
      .filter((one): one is FragmentDefinitionNode => one.kind === Kind.FRAGMENT_DEFINITION)
      .map((one) => [one.name.value, one]),
  )
  const places = new Set<string>()
  const walk = (set: SelectionSetNode, parent: GraphQLCompositeType, place: string): void => {
    for (const one of set.selections) {
      if (one.kind === Kind.FIELD) {
        const field = 'getFields' in parent ? parent.getFields()[one.name.value] : undefined
        if (!field) continue
        const type = getNamedType(field.type)
        const inner = below(place, (one.alias ?? one.name).value)
        if (one.selectionSet && isCompositeType(type)) walk(one.selectionSet, type, inner)
        else places.add(inner)
        continue
      }
      const fragment = one.kind === Kind.FRAGMENT_SPREAD ? fragments.get(one.name.value) : one
      const condition = fragment?.typeCondition ? schema.getType(fragment.typeCondition.name.value) : parent
      if (fragment && isCompositeType(condition)) walk(fragment.selectionSet, condition, place)
    }
  }
  const query = schema.getQueryType()
  for (const one of definitions)
    if (one.kind === Kind.OPERATION_DEFINITION && query) walk(one.selectionSet, query, '')
  return places
}

/** The places of the leaves that an answer has, as `placesSelected` names them. */
export function placesAnswered(value: unknown, place = ''): string[] {
  if (value === null || value === undefined) return []
  if (Array.isArray(value)) return value.flatMap((each) => placesAnswered(each, place))
  if (typeof value !== 'object') return [place]
  return Object.entries(value).flatMap(([name, each]) => placesAnswered(each, below(place, name)))
}
