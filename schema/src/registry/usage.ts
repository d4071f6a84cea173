import {
  getNamedType,
  isEnumType,
  isInputObjectType,
  parse,
  TypeInfo,
  visit,
  visitWithTypeInfo,
  type GraphQLInputType,
  type GraphQLSchema,
} from 'graphql'

/**
 * Every coordinate of the schema that an operation rests on: `Type`, `Type.field`, `Type.field.argument`, and all
 * of the input types that its variables may hold.
 */
export function usageOf(schema: GraphQLSchema, operation: string): Set<string> {
  const used = new Set<string>()
  const types = new TypeInfo(schema)
  const useInput = (type: GraphQLInputType) => {
    const named = getNamedType(type)
    if (used.has(named.name)) return
    used.add(named.name)
    if (isEnumType(named)) for (const { name } of named.getValues()) used.add(`${named.name}.${name}`)
    if (!isInputObjectType(named)) return
    for (const field of Object.values(named.getFields())) {
      used.add(`${named.name}.${field.name}`)
      useInput(field.type)
    }
  }
  visit(
    parse(operation),
    visitWithTypeInfo(types, {
      Field({ name }) {
        const parent = types.getParentType()?.name
        if (parent) used.add(parent).add(`${parent}.${name.value}`)
      },
      Argument({ name }) {
        const [parent, field, type] = [types.getParentType(), types.getFieldDef(), types.getInputType()]
        if (parent && field) used.add(`${parent.name}.${field.name}.${name.value}`)
        if (type) useInput(type)
      },
      InlineFragment: ({ typeCondition }) => void (typeCondition && used.add(typeCondition.name.value)),
      FragmentDefinition: ({ typeCondition }) => void used.add(typeCondition.name.value),
    }),
  )
  return used
}
