import {
  getNamedType,
  isEnumType,
  isInputObjectType,
  isListType,
  isNonNullType,
  isRequiredArgument,
  type GraphQLArgument,
  type GraphQLInputType,
} from 'graphql'
import type { Random } from '../random.ts'
import type { Variables } from './variables.ts'

/** A value with the text that means it in a document. */
interface Literal {
  readonly value: unknown
  readonly text: string
}

const SCALARS: Readonly<Record<string, readonly Literal[]>> = {
  Int: [0, 1, -7, 2147483647].map((value) => ({ value, text: String(value) })),
  Float: [0, 0.5].map((value) => ({ value, text: String(value) })),
  String: ['', 'x', 'é"\\', '$v0'].map((value) => ({ value, text: JSON.stringify(value) })),
  Boolean: [true, false].map((value) => ({ value, text: String(value) })),
  ID: ['', '1'].map((value) => ({ value, text: JSON.stringify(value) })),
  Any: [
    { value: 0, text: '0' },
    { value: '', text: '""' },
    { value: false, text: 'false' },
    { value: { a: [1, { __proto: null }] }, text: '{ a: [1, { __proto: null }] }' },
  ],
}

function makeLiteral(random: Random, type: GraphQLInputType, depth: number): Literal {
  if (isNonNullType(type)) return makeLiteral(random, type.ofType, depth)
  if (random.chance(0.12) && depth > 0) return { value: null, text: 'null' }
  if (isListType(type)) {
    const items = Array.from({ length: random.int(0, 2) }, () => makeItem(random, type.ofType, depth))
    return {
      value: items.map(({ value }) => value),
      text: `[${items.map(({ text }) => text).join(', ')}]`,
    }
  }
  if (isEnumType(type)) {
    const { name } = random.pick(type.getValues())
    return { value: name, text: name }
  }
  if (!isInputObjectType(type)) return random.pick(SCALARS[getNamedType(type).name] ?? [])
  const fields = random.some(
    Object.values(type.getFields()).filter(({ name }) => depth < 2 || name !== 'inner'),
    random.int(0, 3),
  )
  const made = fields.map((field) => ({
    name: field.name,
    ...makeItem(random, field.type, depth + 1),
  }))
  return {
    value: Object.fromEntries(made.map(({ name, value }) => [name, value])),
    text: `{ ${made.map(({ name, text }) => `${name}: ${text}`).join(', ')} }`,
  }
}

const makeItem = (random: Random, type: GraphQLInputType, depth: number): Literal =>
  isNonNullType(type) ? makeLiteral(random, type.ofType, 0) : makeLiteral(random, type, depth + 1)

function makeArgument(random: Random, variables: Variables, { name, type }: GraphQLArgument): string {
  const { value, text } = makeLiteral(random, type, isNonNullType(type) ? 0 : 1)
  return `${name}: ${random.chance(0.4) ? variables.use(String(type), value, text) : text}`
}

/** The arguments of a field with their parentheses, '' for none. */
export function makeArguments(
  random: Random,
  variables: Variables,
  args: readonly GraphQLArgument[],
): string {
  const given = args.filter((argument) => isRequiredArgument(argument) || random.chance(0.6))
  const texts = given.map((argument) => makeArgument(random, variables, argument))
  return texts.length > 0 ? `(${texts.join(', ')})` : ''
}
