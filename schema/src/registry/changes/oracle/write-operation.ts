import {
  getNamedType,
  isAbstractType,
  isCompositeType,
  isEnumType,
  isInputObjectType,
  isListType,
  isNonNullType,
  isRequiredArgument,
  isRequiredInputField,
  isUnionType,
  type GraphQLArgument,
  type GraphQLCompositeType,
  type GraphQLInputField,
  type GraphQLInputType,
  type GraphQLSchema,
} from 'graphql'
import type { Draw } from './draw.ts'

const SCALARS: Readonly<Record<string, string>> = {
  Int: '1',
  Float: '1.5',
  String: '"text"',
  ID: '"id"',
  Boolean: 'true',
}
const DEEPEST = 4

interface Writing {
  readonly schema: GraphQLSchema
  readonly draw: Draw
  /** Declarations of variables, as they were needed. */
  readonly variables: string[]
}

function literal(writing: Writing, type: GraphQLInputType, depth: number): string {
  if (isNonNullType(type)) return literal(writing, type.ofType, depth)
  if (isListType(type)) return `[${literal(writing, type.ofType, depth)}]`
  if (isEnumType(type)) return writing.draw.pick(type.getValues()).name
  if (!isInputObjectType(type)) return SCALARS[type.name] ?? 'null'
  return `{ ${inputs(writing, Object.values(type.getFields()), isRequiredInputField, depth + 1).join(', ')} }`
}

/** A variable for a position: of its type, a narrower one, or nullable where a default replaces null. */
function variable(
  { draw, variables }: Writing,
  { type, defaultValue }: GraphQLArgument | GraphQLInputField,
): string {
  const name = `$v${variables.length}`
  const text = String(type)
  const nullable = text.endsWith('!') ? text.slice(0, -1) : text
  const mayBeNull = !text.endsWith('!') || defaultValue !== undefined
  const declared = mayBeNull ? draw.pick([nullable, `${nullable}!`]) : text
  const fallback = declared === 'Int' && draw.chance() ? ' = 7' : ''
  variables.push(`${name}: ${declared}${fallback}`)
  return name
}

function inputs<Input extends GraphQLArgument | GraphQLInputField>(
  writing: Writing,
  positions: readonly Input[],
  mustBeGiven: (input: Input) => boolean,
  depth = 0,
): string[] {
  return positions.flatMap((position) => {
    const isTooDeep = depth > DEEPEST
    if (!mustBeGiven(position) && (isTooDeep || writing.draw.chance())) return []
    const value =
      isTooDeep || writing.draw.chance()
        ? variable(writing, position)
        : literal(writing, position.type, depth)
    return [`${position.name}: ${value}`]
  })
}

function field(writing: Writing, type: GraphQLCompositeType, depth: number): string {
  if (isUnionType(type)) return '__typename'
  const chosen = writing.draw.pick(Object.values(type.getFields()))
  const alias = `f${writing.draw.next()}`
  const given = inputs(writing, chosen.args, isRequiredArgument)
  const named = getNamedType(chosen.type)
  const inner = isCompositeType(named) ? ` ${selection(writing, named, depth + 1)}` : ''
  return `${alias}: ${chosen.name}${given.length > 0 ? `(${given.join(', ')})` : ''}${inner}`
}

function spread(writing: Writing, type: GraphQLCompositeType, depth: number): string {
  if (!isAbstractType(type)) return '__typename'
  const possible = writing.draw.pick(writing.schema.getPossibleTypes(type))
  return `... on ${possible.name} ${selection(writing, possible, depth + 1)}`
}

function selection(writing: Writing, type: GraphQLCompositeType, depth: number): string {
  if (depth > DEEPEST) return '{ __typename }'
  const parts = Array.from({ length: writing.draw.pick([1, 2, 3]) }, () =>
    writing.draw.chance() ? field(writing, type, depth) : spread(writing, type, depth),
  )
  return `{ ${parts.join(' ')} }`
}

/** A query that is valid by the schema, drawn by chance. */
export function writeOperation(schema: GraphQLSchema, draw: Draw): string {
  const root = schema.getQueryType()
  if (!root) throw new Error('a schema without queries has no operation')
  const writing = { schema, draw, variables: [] }
  const parts = Array.from({ length: 4 }, () => field(writing, root, 0))
  const declared = writing.variables.length > 0 ? `(${writing.variables.join(', ')})` : ''
  return `query Drawn${declared} { ${parts.join(' ')} }`
}
