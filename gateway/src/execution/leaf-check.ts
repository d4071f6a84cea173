import { isEnumType, type GraphQLLeafType } from 'graphql'
import { Lost } from './lost.ts'
import { PreciseNumber } from '../json/precise-number.ts'

const INTEGER = /^-?(?:0|[1-9][0-9]*)$/
const MAX_INT = 2 ** 31

/** From 1e21 on JSON.stringify writes an exponent, and what has one is no integer. */
const isInteger = (value: unknown) => Number.isInteger(value) && Math.abs(value as number) < 1e21
const isSmall = (value: number) => Number.isInteger(value) && value >= -MAX_INT && value < MAX_INT

/** Of a custom scalar any JSON is. */
const isJson = (value: unknown) => value !== null && value !== undefined && !(value instanceof Lost)

const BUILT_IN: Readonly<Record<string, (value: unknown) => boolean>> = {
  Boolean: (value) => typeof value === 'boolean',
  // What needs all its digits is no Int, unless it is a small one written oddly, as 1.0000000000000000.
  Int: (value) => (value instanceof PreciseNumber ? isSmall(Number(value)) : isInteger(value)),
  // What is beyond the largest double is no finite number of one.
  Float: (value) =>
    typeof value === 'number' || (value instanceof PreciseNumber && Number.isFinite(Number(value))),
  String: (value) => typeof value === 'string',
  ID: (value) =>
    typeof value === 'string' ||
    (value instanceof PreciseNumber ? INTEGER.test(value.source) : isInteger(value)),
}

/** Whether a subgraph's value, which null is not, is one of the type, as graphql-js decides. */
export function leafCheck(type: GraphQLLeafType): (value: unknown) => boolean {
  if (isEnumType(type)) return (value) => typeof value === 'string' && type.getValue(value) !== undefined
  return BUILT_IN[type.name] ?? isJson
}
