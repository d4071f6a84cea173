import { builtTypeReference, isObjectType, type Schema } from '@apollo/federation-internals'
import { introspectionTypes, isObjectType as isGraphqlObject, type GraphQLField } from 'graphql'

/** A method of the planner's schema that its declarations keep private. */
interface WithBuiltIns {
  runWithBuiltInModificationAllowed(change: () => void): void
}

/** An introspection field by type and name, with its arguments. */
type Introspected = readonly [type: string, field: GraphQLField<unknown, unknown>]

const FIELDS = introspectionTypes
  .filter(isGraphqlObject)
  .flatMap((type) => Object.values(type.getFields()).map((field): Introspected => [type.name, field]))

function add(schema: Schema, [typeName, { name, type, args }]: Introspected): void {
  const parent = schema.type(typeName)
  if (!parent || !isObjectType(parent)) throw new Error(`The planner knows no ${typeName}`)
  const field = parent.field(name) ?? parent.addField(name, builtTypeReference(String(type), schema))
  for (const { name: argument, type: given, defaultValue } of args)
    if (!field.argument(argument))
      field.addArgument(argument, builtTypeReference(String(given), schema), defaultValue)
}

/**
 * Gives a schema of the planner the fields of introspection that graphql-js answers and the planner does not know, as
 * `isOneOf`: it reads the whole operation before it leaves introspection out of the plan, and fails at an unknown field.
 */
export function completeIntrospection(schema: Schema): Schema {
  const builtIns = schema as unknown as WithBuiltIns
  builtIns.runWithBuiltInModificationAllowed(() => FIELDS.forEach((each) => add(schema, each)))
  // A change makes it one that is to be validated; it was valid.
  schema.assumeValid()
  return schema
}
