import {
  getNullableType,
  isEnumType,
  isInputObjectType,
  isListType,
  isNonNullType,
  type GraphQLArgument,
  type GraphQLInputField,
  type GraphQLInputType,
  type GraphQLNamedInputType,
} from 'graphql'
import type { Sample } from './sample.ts'

/** An id that nothing has. */
export const NOBODY = '00000000-0000-4000-8000-000000000000'

const SCALARS: Readonly<Record<string, unknown>> = {
  ...{ ID: NOBODY, String: 'ALM', Int: 1, Float: 1, Boolean: true, URL: 'https://kurs.example/1' },
  ...{ Date: '2026-09-01', DateTime: '2026-09-24T12:00:00.000Z', EventCursor: '0'.repeat(28) },
}

export type Input = GraphQLArgument | GraphQLInputField

const isRequired = ({ type, defaultValue }: Input) => isNonNullType(type) && defaultValue === undefined

/** A value for that place: what the sample knows by the name, or anything of the type. `owner` is `Query.trainee`. */
export function plausible(
  { known }: Sample,
  owner: string,
  { name, type }: Pick<Input, 'name' | 'type'>,
): unknown {
  const own = known[`${owner}.${name}`] ?? known[name]
  const sample = { known } as Sample
  const of = (given: GraphQLInputType): unknown => {
    const inner = getNullableType(given)
    if (isListType(inner)) return [of(inner.ofType)]
    return isInputObjectType(inner) || own === undefined ? ofNamed(sample, inner) : own
  }
  return of(type)
}

function ofNamed(sample: Sample, type: GraphQLNamedInputType): unknown {
  if (isEnumType(type)) return type.getValues()[0]?.name
  if (!isInputObjectType(type)) return SCALARS[type.name]
  const fields = Object.values(type.getFields())
  return type.isOneOf ? given(sample, type.name, fields.slice(0, 1)) : filled(sample, type.name, fields)
}

/** What is required, each with something plausible. */
export const filled = (sample: Sample, owner: string, inputs: readonly Input[]): Record<string, unknown> =>
  given(sample, owner, inputs.filter(isRequired))

const given = (sample: Sample, owner: string, inputs: readonly Input[]): Record<string, unknown> =>
  Object.fromEntries(inputs.map((input) => [input.name, plausible(sample, owner, input)]))
