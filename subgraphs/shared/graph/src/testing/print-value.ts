import {
  astFromValue,
  getNullableType,
  isInputObjectType,
  isListType,
  isScalarType,
  Kind,
  print,
  type GraphQLInputType,
  type ValueNode,
} from 'graphql'

/** Stands in a value for the variable `$hole`. */
export const HOLE = Symbol('hole')

function nodeOf(value: unknown, type: GraphQLInputType): ValueNode {
  if (value === HOLE) return { kind: Kind.VARIABLE, name: { kind: Kind.NAME, value: 'hole' } }
  const inner = getNullableType(type)
  if (isListType(inner) && Array.isArray(value))
    return { kind: Kind.LIST, values: value.map((each) => nodeOf(each, inner.ofType)) }
  if (isInputObjectType(inner) && typeof value === 'object' && value !== null) {
    const fields = Object.entries(value).flatMap(([name, each]) => {
      const field = inner.getFields()[name]
      const node = { kind: Kind.NAME as const, value: name }
      return field && each !== undefined
        ? [{ kind: Kind.OBJECT_FIELD as const, name: node, value: nodeOf(each, field.type) }]
        : []
    })
    return { kind: Kind.OBJECT, fields }
  }
  // Scalars of ours take a text, and print what a resolver gives.
  if (typeof value === 'string' && isScalarType(inner)) return { kind: Kind.STRING, value }
  const node = astFromValue(value, type)
  if (!node) throw new Error('nothing to print')
  return node as ValueNode
}

/** A value as a literal of the type. */
export const printValue = (value: unknown, type: GraphQLInputType): string => print(nodeOf(value, type))
