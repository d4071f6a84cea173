import { astFromValue, print, type GraphQLInputType } from 'graphql'

/** A value as a literal of the type. */
export function printValue(value: unknown, type: GraphQLInputType): string {
  const node = astFromValue(value, type)
  if (!node) throw new Error('nothing to print')
  return print(node)
}
