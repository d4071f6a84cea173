import { isEnumType, type GraphQLLeafType } from 'graphql'

const INTEGER = /^-?(?:0|[1-9][0-9]*)$/
const isInteger = (value: unknown) => typeof value === 'number' && INTEGER.test(String(value))

const BUILT_IN: Readonly<Record<string, (value: unknown) => boolean>> = {
  Boolean: (value) => typeof value === 'boolean',
  Int: isInteger,
  Float: (value) => typeof value === 'number',
  String: (value) => typeof value === 'string',
  ID: (value) => typeof value === 'string' || isInteger(value),
}

/** Whether a subgraph's value may stand for the type; a custom scalar may be any JSON. */
export function leafCheck(type: GraphQLLeafType): (value: unknown) => boolean {
  if (isEnumType(type)) return (value) => typeof value === 'string' && type.getValue(value) !== undefined
  return BUILT_IN[type.name] ?? (() => true)
}
