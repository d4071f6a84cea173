/** Every list and connection that a subgraph gives of its entities, asked for by reference. */
import { readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { SUPERGRAPH_PATH } from '@kompetanse/schema/supergraph'
import {
  buildASTSchema,
  getNamedType,
  getNullableType,
  isListType,
  isNonNullType,
  isObjectType,
  parse,
  type GraphQLArgument,
  type GraphQLField,
  type GraphQLObjectType,
} from 'graphql'

type Field = GraphQLField<unknown, unknown>

export interface ListField {
  /** Of the entity, down to the list. */
  readonly name: string
  readonly entity: string
  readonly query: string
}

const schemaOf = (subgraph: string) => {
  const sdl = readFileSync(join(dirname(SUPERGRAPH_PATH), 'subgraphs', `${subgraph}.graphql`), 'utf8')
  return buildASTSchema(parse(sdl), { assumeValid: true, assumeValidSDL: true })
}

/** Whether the gateway asks for it by its key. */
const isEntity = ({ astNode, extensionASTNodes }: GraphQLObjectType): boolean =>
  [astNode, ...extensionASTNodes]
    .flatMap((node) => node?.directives ?? [])
    .some(
      ({ name, arguments: given = [] }) =>
        name.value === 'key' && !given.some((each) => each.name.value === 'resolvable'),
    )

const isConnection = (type: GraphQLObjectType): boolean => 'edges' in type.getFields()

const required = ({ args }: Field): readonly GraphQLArgument[] =>
  args.filter(({ type, defaultValue }) => isNonNullType(type) && defaultValue === undefined)

const called = (field: Field): string => {
  const given = required(field).map(({ name }) => `${name}: $${name}`)
  return given.length > 0 ? `${field.name}(${given.join(', ')})` : field.name
}

interface Found {
  readonly path: readonly Field[]
  /** Of an object in the list, or of its page. */
  readonly selection: string
}

/** The lists of a type, and those of what is no entity within it, each once; another entity has its own. */
function listsIn(type: GraphQLObjectType, path: readonly Field[], met: Set<GraphQLObjectType>): Found[] {
  if (met.has(type)) return []
  met.add(type)
  return Object.values(type.getFields()).flatMap((field): Found[] => {
    const [here, inner] = [[...path, field], getNamedType(field.type)]
    if (!isObjectType(inner))
      return isListType(getNullableType(field.type)) ? [{ path: here, selection: '' }] : []
    const own = ownList(field, inner, here)
    return isEntity(inner) ? own : [...own, ...listsIn(inner, here, met)]
  })
}

function ownList({ name, type }: Field, inner: GraphQLObjectType, path: readonly Field[]): Found[] {
  if (isConnection(inner)) {
    const counted = 'totalCount' in inner.getFields() ? 'totalCount ' : ''
    return [{ path, selection: `{ ${counted}edges { node { __typename } } }` }]
  }
  // A page's edges are asked for with it.
  return isListType(getNullableType(type)) && name !== 'edges' ? [{ path, selection: '{ __typename }' }] : []
}

function asked(entity: string, { path, selection }: Found): ListField {
  const variables = path.flatMap(required).map(({ name, type }) => `, $${name}: ${String(type)}`)
  const below = `${path.map(called).join(' { ')} ${selection}${' }'.repeat(path.length - 1)}`
  const entities = `_entities(representations: $representations) { ... on ${entity} { ${below} } }`
  return {
    ...{ entity, name: [entity, ...path.map(({ name }) => name)].join('.') },
    query: `query ($representations: [_Any!]!${variables.join('')}) { ${entities} }`,
  }
}

export const listFieldsOf = (subgraph: string): readonly ListField[] =>
  Object.values(schemaOf(subgraph).getTypeMap())
    .filter(isObjectType)
    .filter(isEntity)
    .flatMap((type) => listsIn(type, [], new Set()).map((found) => asked(type.name, found)))
