import { readFileSync } from 'node:fs'
import { buildSubgraphSchema } from '@apollo/subgraph'
import {
  getNamedType,
  isAbstractType,
  isEnumType,
  isLeafType,
  isListType,
  isNonNullType,
  isObjectType,
  parse,
  type GraphQLFieldResolver,
  type GraphQLOutputType,
  type GraphQLResolveInfo,
  type GraphQLSchema,
} from 'graphql'

const PAGE = 25
const WITHIN_A_ROW = 2
const SCALARS: Record<string, unknown> = {
  Int: 3,
  Float: 1.5,
  Boolean: true,
  DateTime: '2026-01-01T08:00:00.000Z',
  Date: '2026-01-01',
}

/** A subgraph's published schema with a resolver on each field that gives it a value from memory: pages of 25 rows. */
export function inventedSchema(subgraph: string): GraphQLSchema {
  const sdl = readFileSync(new URL(`../../../schema/subgraphs/${subgraph}.graphql`, import.meta.url), 'utf8')
  const schema = buildSubgraphSchema({ typeDefs: parse(sdl) })
  for (const type of Object.values(schema.getTypeMap())) {
    if (type.name.startsWith('_')) continue
    if (isAbstractType(type)) type.resolveType = () => schema.getPossibleTypes(type)[0]?.name
    if (!isObjectType(type)) continue
    for (const field of Object.values(type.getFields()))
      if (!field.name.startsWith('_')) field.resolve = resolve
  }
  return schema
}

const resolve: GraphQLFieldResolver<Record<string, unknown>, unknown> = (source, _args, _context, info) =>
  source?.[info.fieldName] ?? invent(info.returnType, info)

function invent(type: GraphQLOutputType, info: GraphQLResolveInfo): unknown {
  if (isNonNullType(type)) return invent(type.ofType, info)
  if (isListType(type)) {
    const named = getNamedType(type)
    return Array.from({ length: rowsOf(info) }, () => (isLeafType(named) ? invent(named, info) : {}))
  }
  if (isEnumType(type)) return type.getValues()[0]?.value
  return isLeafType(type) ? (SCALARS[type.name] ?? info.fieldName) : {}
}

function rowsOf(info: GraphQLResolveInfo): number {
  for (let path: typeof info.path | undefined = info.path; path; path = path.prev)
    if (typeof path.key === 'number') return WITHIN_A_ROW
  return info.fieldName === 'edges' ? PAGE : WITHIN_A_ROW
}
