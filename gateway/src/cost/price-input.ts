import {
  getNamedType,
  isInputObjectType,
  Kind,
  type GraphQLArgument,
  type GraphQLInputField,
  type GraphQLInputObjectType,
  type GraphQLInputType,
  type ValueNode,
} from 'graphql'
import { getOwn, isJsonObject, type JsonObject } from '../json/json.ts'
import { sumOf, when, type Amount } from './amount.ts'
import type { Prices } from '../graph/prices.ts'

type Input = GraphQLArgument | GraphQLInputField

const fieldOf = (type: GraphQLInputObjectType, name: string): Input | undefined => type.getFields()[name]

/** Of a value from a variable: one per input object, and what its fields weigh that are given. */
function valueIn(prices: Prices, type: GraphQLInputType, value: unknown): number {
  if (Array.isArray(value)) return value.reduce<number>((sum, each) => sum + valueIn(prices, type, each), 0)
  const named = getNamedType(type)
  if (!isInputObjectType(named) || !isJsonObject(value)) return 0
  return Object.entries(value).reduce((sum, [name, each]) => {
    const field = fieldOf(named, name)
    if (!field || each === null) return sum
    return sum + prices.weightOfInput(field) + valueIn(prices, field.type, each)
  }, 1)
}

function valueOf(prices: Prices, type: GraphQLInputType, node: ValueNode): Amount {
  const named = getNamedType(type)
  if (!isInputObjectType(named)) return 0
  if (node.kind === Kind.VARIABLE)
    return (variables: JsonObject) => valueIn(prices, type, getOwn(variables, node.name.value))
  if (node.kind === Kind.LIST) return sumOf(node.values.map((each) => valueOf(prices, type, each)))
  if (node.kind !== Kind.OBJECT) return 0
  const fields = node.fields.flatMap(({ name, value }) => {
    const field = fieldOf(named, name.value)
    return field ? [priceInput(prices, field, value)] : []
  })
  return sumOf([1, ...fields])
}

/** What a value costs that an argument, or a field of an input object, is given; null costs nothing. */
export function priceInput(prices: Prices, input: Input, node: ValueNode): Amount {
  if (node.kind === Kind.NULL) return 0
  const weight = prices.weightOfInput(input)
  const inner = valueOf(prices, input.type, node)
  if (node.kind !== Kind.VARIABLE) return sumOf([weight, inner])
  const isGiven = (variables: JsonObject) => (getOwn(variables, node.name.value) ?? null) !== null
  return sumOf([when(isGiven, weight), inner])
}
