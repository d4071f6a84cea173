import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import {
  astFromValue,
  getNamedType,
  getNullableType,
  getOperationAST,
  isInputObjectType,
  isListType,
  isNonNullType,
  isNullableType,
  isObjectType,
  parse,
  print,
  validate,
  VariablesInAllowedPositionRule,
  type DocumentNode,
  type GraphQLArgument,
  type GraphQLInputField,
} from 'graphql'
import { describe, expect, it } from 'vitest'
import { sampleOf } from '../../testing/outage/sample-variables.ts'
import { buildGraph } from '../graph/graph.ts'
import type { JsonObject } from '../json/json.ts'
import { variablesOf } from './coerce-variables.ts'

const supergraph = join(import.meta.dirname, '../../../schema/supergraph.graphql')
const { schema } = buildGraph(readFileSync(supergraph, 'utf8'))

type Input = GraphQLArgument | GraphQLInputField
/** May be given a variable that may be null, and may not be null. */
const isDefaulted = ({ type, defaultValue }: Input) => isNonNullType(type) && defaultValue !== undefined

interface Place {
  /** `Query.signingQueue(scope)`, `AnswerInput.wholeSeries`. */
  readonly coordinate: string
  readonly input: Input
  /** The one field of a `@oneOf` input, which may be null by its type alone. */
  readonly isOnly?: boolean
  /** Of what may be left out itself: graphql-js applies its rule for `@oneOf` there, and not where it is required. */
  readonly isValidated?: boolean
  /** As a refusal names it. */
  readonly at: string
  /** The operation with a value at that place. */
  readonly operationWith: (value: string) => string
}

/** An argument, and every input field in it. */
function placesIn(place: Place, around: readonly string[] = []): readonly Place[] {
  const { input, at, operationWith } = place
  const type = getNamedType(input.type)
  if (!isInputObjectType(type) || around.includes(type.name)) return [place]
  const isList = isListType(getNullableType(input.type))
  const inner = Object.values(type.getFields()).map((field) => ({
    coordinate: `${type.name}.${field.name}`,
    input: field,
    isOnly: type.isOneOf,
    isValidated: type.isOneOf && isNullableType(input.type),
    at: `${at}${isList ? '.0' : ''}.${field.name}`,
    operationWith: (value: string) =>
      operationWith(isList ? `[{ ${field.name}: ${value} }]` : `{ ${field.name}: ${value} }`),
  }))
  return [place, ...inner.flatMap((each) => placesIn(each, [...around, type.name]))]
}

const types = Object.values(schema.getTypeMap()).filter(({ name }) => !name.startsWith('__'))
const fields = types
  .filter(isObjectType)
  .flatMap((type) => Object.values(type.getFields()).map((field) => ({ type, field })))

const places = fields.flatMap(({ type, field }) =>
  field.args.flatMap((input) =>
    placesIn({
      coordinate: `${type.name}.${field.name}(${input.name})`,
      input,
      at: input.name,
      operationWith: (value) =>
        `{ ...F } fragment F on ${type.name} { ${field.name}(${input.name}: ${value}) }`,
    }),
  ),
)
const defaulted = places.filter(({ input }) => isDefaulted(input))
const alone = places.filter(({ isOnly }) => isOnly)

const conditions = schema.getDirectives().flatMap(({ name, args, locations }): readonly Place[] => {
  if (!locations.includes('FIELD' as never)) return []
  return args.map((input) => ({
    coordinate: `@${name}(${input.name})`,
    input,
    at: input.name,
    operationWith: (value) => `{ __typename @${name}(${input.name}: ${value}) }`,
  }))
})

const written = ({ input, operationWith }: Place, by = '') =>
  parse(`query ($v: ${String(getNullableType(input.type))}${by}) ${operationWith('$v')}`)

const invalid = (document: DocumentNode) => validate(schema, document, [VariablesInAllowedPositionRule])

/**
 * The arguments of which null, or what else is given, is refused there by a variable that may be null; with a default,
 * when it has one.
 */
function refused(place: Place, by = '', given: JsonObject = { v: null }): readonly unknown[] {
  const document = written(place, by)
  const operation = getOperationAST(document)
  if (!operation) throw new Error('no operation')
  expect(invalid(document)).toEqual([])
  const { errors = [] } = variablesOf(schema, document, operation)(given)
  return errors.map(({ extensions }) => [extensions['code'], extensions['argument']])
}

describe('null for what has a default', () => {
  it.each(defaulted.map((each) => [each.coordinate, each.at, each] as const))(
    'is refused for %s at %s',
    (_coordinate, at, place) => {
      expect(refused(place)).toEqual([['BAD_USER_INPUT', at]])
    },
  )

  it.each(conditions.map((each) => [each.coordinate, each] as const))(
    'is refused for the condition %s, by the default of the variable',
    (_coordinate, place) => {
      expect(refused(place, ' = true')).toEqual([['BAD_USER_INPUT', place.at]])
    },
  )

  it('is looked for in every argument and input field of the graph that has one', () => {
    const given = fields.flatMap(({ type, field }) =>
      field.args.filter(isDefaulted).map(({ name }) => `${type.name}.${field.name}(${name})`),
    )
    const inputs = types.filter(isInputObjectType).flatMap((type) =>
      Object.values(type.getFields())
        .filter(isDefaulted)
        .map(({ name }) => `${type.name}.${name}`),
    )
    const walked = new Set(defaulted.map(({ coordinate }) => coordinate))
    expect(walked).toEqual(new Set([...given, ...inputs]))
    expect(walked.size).toBeGreaterThanOrEqual(17)
    expect(conditions.map(({ coordinate }) => coordinate).toSorted()).toEqual(['@include(if)', '@skip(if)'])
  })
})

describe('null for the one field of what takes one alone', () => {
  it.each(alone.filter(({ isValidated }) => isValidated))(
    'is refused for $coordinate by its type',
    (place) => {
      expect(invalid(written(place)).map(({ message }) => message)).toEqual([
        expect.stringContaining('must be non-nullable to be used for OneOf'),
      ])
    },
  )

  const required = alone.filter(({ isValidated }) => !isValidated)
  it.each(required.map((each) => [each.coordinate, each.at, each] as const))(
    'is refused for %s at %s, and so is a variable that is not given',
    (_coordinate, at, place) => {
      const literal = astFromValue(sampleOf(place.input.type), place.input.type)
      if (!literal) throw new Error('no value for its type')
      const own = print(literal)
      const fault = [['BAD_USER_INPUT', at]]
      expect(refused(place)).toEqual(fault)
      expect(refused(place, '', {})).toEqual(fault)
      expect(refused(place, ` = ${own}`)).toEqual(fault)
      expect(refused(place, ` = ${own}`, {})).toEqual([])
    },
  )

  it('is looked for in every field of every such input of the graph', () => {
    const inputs = types.filter(isInputObjectType).filter(({ isOneOf }) => isOneOf)
    const each = inputs.flatMap((type) => Object.keys(type.getFields()).map((name) => `${type.name}.${name}`))
    expect(new Set(alone.map(({ coordinate }) => coordinate))).toEqual(new Set(each))
    expect(each).toContain('RepeatEndInput.count')
  })
})
