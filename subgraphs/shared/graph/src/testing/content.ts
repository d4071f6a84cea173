/** For tests of who may read what: every field of content is listed from the schema, and selected. */
import { isDigestName } from '@kompetanse/schema/testing/digest-names'
import {
  getNamedType,
  isListType,
  isNonNullType,
  isObjectType,
  type GraphQLField,
  type GraphQLObjectType,
  type GraphQLSchema,
} from 'graphql'
import type { ContentMark } from '../content.ts'

interface Found {
  readonly type: GraphQLObjectType
  readonly field: GraphQLField<unknown, unknown>
  readonly mark: ContentMark | undefined
}

const coordinate = ({ type, field }: Found) => `${type.name}.${field.name}`
const isText = ({ field }: Found) => getNamedType(field.type).name === 'String'
/** What every refusal says is the same for everybody: the words of its code, `schema/src/refusals.ts`. */
const isOfRefusal = ({ type, field }: Found) =>
  type.getInterfaces().some((each) => each.name === 'Refusal' && field.name in each.getFields())
const isTechnical = (found: Found) =>
  found.type.name.startsWith('_') ||
  found.type.name === 'PageInfo' ||
  found.field.name === 'cursor' ||
  isOfRefusal(found)

function outputFields(schema: GraphQLSchema): Found[] {
  const types = Object.values(schema.getTypeMap()).filter(isObjectType)
  const found = types.flatMap((type) =>
    Object.values(type.getFields()).map((field) => {
      const mark = field.extensions['content'] as ContentMark | undefined
      return { type, field, mark }
    }),
  )
  return found.filter((each) => !isTechnical(each))
}

/** Every text that the schema can answer with and that carries no mark, by coordinate. */
export const textsWithoutMark = (schema: GraphQLSchema): readonly string[] =>
  outputFields(schema)
    .filter((each) => isText(each) && !each.mark)
    .map(coordinate)
    .toSorted()

/** Every field that carries a mark, by coordinate. */
export const contentFields = (schema: GraphQLSchema): readonly string[] =>
  outputFields(schema)
    .filter(({ mark }) => mark)
    .map(coordinate)
    .toSorted()

/** Every field that gives a checksum, by coordinate. */
export const digests = (schema: GraphQLSchema): readonly string[] =>
  outputFields(schema)
    .filter(({ field }) => isDigestName(field.name))
    .map(coordinate)
    .toSorted()

/** Fields without a guard that lead to a type whose texts have none either: there are to be none. */
export function unguardedWays(schema: GraphQLSchema): readonly string[] {
  const fields = outputFields(schema)
  const within = new Set(fields.filter(({ mark }) => mark === 'WITHIN').map(({ type }) => type.name))
  const wrapped = [...within].flatMap((name) => [name, `${name}Edge`, `${name}Connection`])
  const leadsIn = ({ type, field }: Found) =>
    wrapped.includes(getNamedType(field.type).name) && !wrapped.includes(type.name)
  return fields.filter((each) => leadsIn(each) && each.mark !== 'GUARDED').map(coordinate)
}

const needsArguments = ({ args }: GraphQLField<unknown, unknown>) =>
  args.some(({ type, defaultValue }) => isNonNullType(type) && defaultValue === undefined)

/**
 * A selection of all that leads on from a type and needs no argument, no type twice on one way. Unions are left out.
 * `skip` names coordinates that are not to be followed.
 */
export function everythingOf(
  type: GraphQLObjectType,
  skip: readonly string[] = [],
  way: readonly string[] = [],
): string {
  const parts = Object.values(type.getFields()).flatMap((field) => {
    const next = getNamedType(field.type)
    if (needsArguments(field) || skip.includes(`${type.name}.${field.name}`)) return []
    if (!('getFields' in next)) return 'getTypes' in next ? [] : [field.name]
    if (!isObjectType(next) || [...way, type.name].includes(next.name)) return []
    const inner = everythingOf(next, skip, [...way, type.name])
    return inner ? [`${field.name} ${inner}`] : []
  })
  // A connection whose rows have been met on the way says nothing more.
  const leadsOn = !type.name.endsWith('Connection') || parts.some((part) => part.startsWith('edges'))
  return parts.length > 0 && leadsOn ? `{ ${parts.join(' ')} }` : ''
}

const isEmpty = (value: unknown) =>
  value === null || value === undefined || value === '' || (Array.isArray(value) && value.length === 0)

/** The coordinates of an answer to `everythingOf` that hold something; an empty connection holds nothing. */
export function answeredBy(type: GraphQLObjectType, value: unknown): ReadonlySet<string> {
  const found = new Set<string>()
  const walk = (of: GraphQLObjectType, row: Record<string, unknown>): void => {
    for (const [name, field] of Object.entries(of.getFields())) {
      const inner = row[name]
      if (isEmpty(inner) || isEmpty((inner as { edges?: unknown }).edges ?? inner)) continue
      found.add(`${of.name}.${name}`)
      const next = getNamedType(field.type)
      if (isObjectType(next))
        for (const each of isListType(nullableOf(field)) ? (inner as unknown[]) : [inner])
          if (each !== null) walk(next, each as Record<string, unknown>)
    }
  }
  if (value) walk(type, value as Record<string, unknown>)
  return found
}

const nullableOf = ({ type }: GraphQLField<unknown, unknown>) => (isNonNullType(type) ? type.ofType : type)
