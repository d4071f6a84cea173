import {
  GraphQLNonNull,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isListType,
  isNonNullType,
  isObjectType,
  type GraphQLArgument,
  type GraphQLInputField,
  type GraphQLInputType,
  type GraphQLNamedInputType,
  type GraphQLSchema,
} from 'graphql'

/** Built-in scalars whose every JSON value another one takes too (GraphQL, 3.5: input coercion). */
const TAKEN_BY: Readonly<Record<string, readonly string[]>> = { Int: ['Float', 'ID'], String: ['ID'] }

function objectTakesAll(
  now: GraphQLInputType,
  before: GraphQLInputType,
  compared: ReadonlySet<string>,
): boolean {
  if (!isInputObjectType(now) || !isInputObjectType(before) || (now.isOneOf && !before.isOneOf)) return false
  const pair = `${before.name} ${now.name}`
  if (compared.has(pair)) return true
  const [fieldsNow, fieldsBefore] = [now.getFields(), before.getFields()]
  const required = Object.values(fieldsNow).filter(isRequired)
  return (
    required.every(({ name }) => isRequired(fieldsBefore[name])) &&
    Object.values(fieldsBefore).every(({ name, type }) => {
      const field = fieldsNow[name]
      return field !== undefined && takesAll(field.type, type, new Set([...compared, pair]))
    })
  )
}

function namedTakesAll(
  now: GraphQLNamedInputType,
  before: GraphQLNamedInputType,
  compared: ReadonlySet<string>,
): boolean {
  // What has changed inside a type that kept its name is a change of its own, and judged as that.
  if (now.name === before.name) return true
  if (isEnumType(before)) {
    if (isEnumType(now)) return before.getValues().every(({ name }) => now.getValue(name) !== undefined)
    return now.name === 'String' || now.name === 'ID'
  }
  if (isInputObjectType(before)) return objectTakesAll(now, before, compared)
  return TAKEN_BY[before.name]?.includes(now.name) ?? false
}

/** Whether every JSON value of a variable that fitted `before` fits `now`. */
export function takesAll(
  now: GraphQLInputType,
  before: GraphQLInputType,
  compared: ReadonlySet<string> = new Set(),
): boolean {
  if (isNonNullType(now)) return isNonNullType(before) && takesAll(now.ofType, before.ofType, compared)
  if (isNonNullType(before)) return takesAll(now, before.ofType, compared)
  // A single value is coerced to a list of one, in which it is never null: null is coerced to a null list.
  if (isListType(now))
    return takesAll(now.ofType, isListType(before) ? before.ofType : new GraphQLNonNull(before), compared)
  return !isListType(before) && namedTakesAll(now, before, compared)
}

/** Whether two types differ in nothing but where null is allowed. */
export const isSameButForNull = (a: GraphQLInputType, b: GraphQLInputType): boolean =>
  String(a).replaceAll('!', '') === String(b).replaceAll('!', '')

type Input = GraphQLArgument | GraphQLInputField

/** The argument `Type.field.argument` or the input field `Input.field` of a schema, if it has that. */
export function inputAt(schema: GraphQLSchema, coordinate: string): Input | undefined {
  const [typeName = '', fieldName = '', argumentName] = coordinate.split('.')
  const type = schema.getType(typeName)
  if (isInputObjectType(type)) return type.getFields()[fieldName]
  if (!isObjectType(type) && !isInterfaceType(type)) return undefined
  return type.getFields()[fieldName]?.args.find(({ name }) => name === argumentName)
}

/** Whether a place requires a value: an argument or input field that is non-null and has no default. */
export const isRequired = (input: Input | undefined): boolean =>
  input !== undefined && isNonNullType(input.type) && input.defaultValue === undefined
