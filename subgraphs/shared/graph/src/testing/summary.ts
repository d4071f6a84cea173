import {
  getNamedType,
  isAbstractType,
  isLeafType,
  isObjectType,
  type GraphQLOutputType,
  type GraphQLSchema,
} from 'graphql'
import type { Field } from './places.ts'

const DEPTH = 3

/** Where a log has come to tells nothing of a row, and moves by itself. */
const isAnswer = ({ name, args, type }: Field) =>
  args.length === 0 && !name.startsWith('_') && getNamedType(type).name !== 'EventCursor'

/** What tells one answer from another: of a field's value what needs no argument, a few objects down. */
export function summaryOf(schema: GraphQLSchema, of: GraphQLOutputType, depth = DEPTH): string {
  const type = getNamedType(of)
  if (isLeafType(type)) return ''
  const types = isAbstractType(type) ? schema.getPossibleTypes(type) : [type].filter(isObjectType)
  const parts = types.map((each) => {
    const fields = Object.values(each.getFields()).filter(isAnswer)
    const inner = fields
      .filter((field) => depth > 0 || isLeafType(getNamedType(field.type)))
      // By its type: what two members of a union call alike may be of two types.
      .map((field) => `${each.name}_${field.name}: ${field.name} ${summaryOf(schema, field.type, depth - 1)}`)
    return `... on ${each.name} { __typename ${inner.join(' ')} }`
  })
  return `{ __typename ${parts.join(' ')} }`
}
