import {
  isAbstractType,
  isInputObjectType,
  isInterfaceType,
  isIntrospectionType,
  isObjectType,
  isSpecifiedDirective,
  OperationTypeNode,
  type GraphQLArgument,
  type GraphQLInputField,
  type GraphQLSchema,
} from 'graphql'
import { isExecutable } from '../executable-directives.ts'
import { isRequired } from './input-values.ts'
import { emptyUsage, give, hold, receive, type Usage } from './usage.ts'

function useInput(usage: Usage, coordinate: string, input: GraphQLArgument | GraphQLInputField): void {
  const optional = !isRequired(input)
  give(usage, coordinate, { by: 'variable', type: input.type, optional })
  if (optional) usage.omitted.add(coordinate)
  hold(usage, input.type)
}

/** The usage to assume when no client's operations are known: everything, in every possible way. */
export function usageOfAll(schema: GraphQLSchema): Usage {
  const usage = emptyUsage()
  for (const root of Object.values(OperationTypeNode)) if (schema.getRootType(root)) usage.roots.add(root)
  for (const directive of schema.getDirectives())
    if (!isSpecifiedDirective(directive) && isExecutable(directive)) usage.directives.add(directive.name)
  for (const type of Object.values(schema.getTypeMap())) {
    if (isIntrospectionType(type)) continue
    usage.types.add(type.name)
    if (isAbstractType(type))
      for (const { name } of schema.getPossibleTypes(type))
        usage.spreads.add(`${type.name} ${name}`).add(`${name} ${type.name}`)
    if (isInputObjectType(type))
      for (const field of Object.values(type.getFields()))
        useInput(usage, `${type.name}.${field.name}`, field)
    if (!isObjectType(type) && !isInterfaceType(type)) continue
    for (const field of Object.values(type.getFields())) {
      const coordinate = `${type.name}.${field.name}`
      usage.fields.add(coordinate)
      receive(usage, field.type)
      for (const argument of field.args) useInput(usage, `${coordinate}.${argument.name}`, argument)
    }
  }
  return usage
}
