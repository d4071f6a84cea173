import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import {
  buildSchema,
  getNamedType,
  isInputObjectType,
  isInterfaceType,
  isIntrospectionType,
  isNullableType,
  isObjectType,
  isScalarType,
  isSpecifiedScalarType,
  type GraphQLNamedType,
  type GraphQLSchema,
} from 'graphql'
import { describe, expect, it } from 'vitest'
import { SPECIFICATIONS } from '../scalars.ts'

const repository = join(import.meta.dirname, '../../..')
const api = buildSchema(readFileSync(join(repository, 'schema/api.graphql'), 'utf8'))

/** Something that a client may ask for or has to give. */
interface Described {
  readonly at: string
  readonly description: string | null | undefined
}

const NUMBERS = new Set(['Int', 'Float'])
const own = (schema: GraphQLSchema): readonly GraphQLNamedType[] =>
  Object.values(schema.getTypeMap()).filter(
    (type) => !isIntrospectionType(type) && !isSpecifiedScalarType(type),
  )

/** All that has to be described: types, what is given, root fields, and fields with a null or a unit to tell of. */
function membersOf(schema: GraphQLSchema): readonly Described[] {
  const roots = new Set([schema.getQueryType(), schema.getMutationType(), schema.getSubscriptionType()])
  return own(schema).flatMap((type): Described[] => {
    const isRoot = isObjectType(type) && roots.has(type)
    const itself = isRoot ? [] : [{ at: type.name, description: type.description }]
    if (isInputObjectType(type))
      return [...itself, ...Object.values(type.getFields()).map((field) => at(type.name, field))]
    if (!isObjectType(type) && !isInterfaceType(type)) return itself
    const fields = Object.values(type.getFields())
    const described = fields.filter(
      (field) => isRoot || NUMBERS.has(getNamedType(field.type).name) || isNullableType(field.type),
    )
    const args = fields.flatMap((field) => field.args.map((arg) => at(`${type.name}.${field.name}`, arg)))
    return [...itself, ...described.map((field) => at(type.name, field)), ...args]
  })
}

const at = (
  owner: string,
  { name, description }: { name: string; description?: string | null | undefined },
) => ({
  at: `${owner}.${name}`,
  description,
})

const undescribed = (schema: GraphQLSchema): readonly string[] =>
  membersOf(schema).flatMap((member) => (member.description ? [] : [member.at]))

describe('what a client may ask for or has to give', () => {
  it('is described, every type, argument, input field and root field, and what null and a number say', () => {
    expect(undescribed(api)).toEqual([])
  })

  it('is all that there is', () => {
    expect(membersOf(api).length).toBeGreaterThan(1_400)
  })

  it('is found where it has no description', () => {
    const bare = buildSchema(`
      "Known." type Query { "Known." known("Known." id: ID!): Thing  unknown: Int! }
      type Mutation { forget(input: Forgetting!): Thing }
      input Forgetting { reason: String }
      type Thing { name: String!  note: String  hours: Float! }
      enum Kind { ONE }
      union Any = Thing
      scalar Odd`)
    expect(undescribed(bare)).toEqual([
      'Query.unknown',
      ...['Mutation.forget', 'Mutation.forget.input', 'Forgetting', 'Forgetting.reason'],
      ...['Thing', 'Thing.note', 'Thing.hours'],
      ...['Kind', 'Any', 'Odd'],
    ])
  })
})

describe('what a client may ask for or have done', () => {
  const roots = [api.getQueryType(), api.getMutationType(), api.getSubscriptionType()].flatMap((type) =>
    Object.values(type?.getFields() ?? {}),
  )
  const requirements = readFileSync(join(repository, 'docs/features.md'), 'utf8')
  const namedBy = (description: string | null | undefined) => description?.match(/\b[FB]\d{2,3}\b/g) ?? []

  it.each(roots)('names the requirement that it is there for, which is one: $name', ({ description }) => {
    expect(namedBy(description)).not.toEqual([])
    expect(namedBy(description).filter((id) => !requirements.includes(`| ${id} `))).toEqual([])
  })

  it('is all that there is, and is found where it names none', () => {
    expect(roots.length).toBeGreaterThan(130)
    expect(namedBy('The B3 of 2026, by F1.')).toEqual([])
  })
})

describe('a scalar', () => {
  const scalars = own(api).filter(isScalarType)

  it('is one that is specified, and no other is', () => {
    expect(scalars.map(({ name }) => name).toSorted()).toEqual(Object.keys(SPECIFICATIONS).toSorted())
  })

  it.each(scalars)('says by what it is specified: $name', ({ name, specifiedByURL }) => {
    expect(specifiedByURL).toBe(SPECIFICATIONS[name as keyof typeof SPECIFICATIONS])
    expect(isPublic(specifiedByURL ?? '') || isHere(specifiedByURL ?? '')).toBe(true)
  })

  it('is specified by a page that there is', () => {
    expect(isHere('docs/scalars.md#nothing')).toBe(false)
    expect(isHere('docs/nothing.md')).toBe(false)
    expect(isPublic('ftp://example.com')).toBe(false)
  })
})

const isPublic = (url: string): boolean => URL.canParse(url) && new URL(url).protocol === 'https:'

/** A heading of a page of this repository. */
function isHere(url: string): boolean {
  const [path = '', heading] = url.split('#')
  const file = join(repository, path)
  if (!existsSync(file)) return false
  const headings = [...readFileSync(file, 'utf8').matchAll(/^#+ (.+)$/gm)]
  return headings.some(([, words]) => words?.toLowerCase().replaceAll(' ', '-') === heading)
}
