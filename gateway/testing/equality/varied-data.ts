import {
  GraphQLError,
  isAbstractType,
  isEnumType,
  isLeafType,
  isListType,
  isNonNullType,
  type GraphQLFieldResolver,
  type GraphQLOutputType,
  type GraphQLSchema,
} from 'graphql'
import { hash } from '../fuzz/random.ts'
import type { Scenario } from './scenario.ts'

/** An object, identified by the path on which it was reached, or by its representation. */
export interface VariedSource {
  readonly __typename?: string | undefined
  readonly key: string
  /** What the gateway sent of it. */
  readonly given?: Readonly<Record<string, unknown>>
}

const LEAVES: Readonly<Record<string, readonly unknown[]>> = {
  Int: [0, 1, 7],
  Float: [0, 0.5],
  Boolean: [false, true],
  ID: ['a', 'b', '0'],
  String: ['', 'x', 'æ"\\'],
  Date: ['2026-11-22'],
  DateTime: ['2026-11-22T12:00:00.000Z'],
}

const chance = (seed: string, probability: number) => hash(seed) / 2 ** 32 < probability
const pick = <Item>(seed: string, items: readonly Item[]) => items[hash(seed) % items.length]

interface Sampling {
  readonly scenario: Scenario
  readonly schema: GraphQLSchema
}

function sample(sampling: Sampling, type: GraphQLOutputType, key: string): unknown {
  if (isNonNullType(type)) return sampleValue(sampling, type.ofType, key)
  return chance(`${sampling.scenario.seed}${key}?`, sampling.scenario.nulls)
    ? null
    : sampleValue(sampling, type, key)
}

function sampleValue(sampling: Sampling, type: GraphQLOutputType, key: string): unknown {
  const { scenario, schema } = sampling
  if (isListType(type)) {
    const length = hash(`${scenario.seed}${key}#`) % 3
    return Array.from({ length }, (_, at) => sample(sampling, type.ofType, `${key}/${at}`))
  }
  if (isEnumType(type)) return pick(key, type.getValues())?.value
  if (isLeafType(type)) return pick(key, LEAVES[type.name] ?? ['x'])
  const __typename = isAbstractType(type) ? pick(key, schema.getPossibleTypes(type))?.name : String(type)
  return { __typename, key } satisfies VariedSource
}

/** Resolves a field from its object and its arguments alone, so that every way to fetch it gives the same value. */
export const variedResolver =
  (scenario: () => Scenario): GraphQLFieldResolver<VariedSource | undefined, unknown> =>
  (source, args, _context, { fieldName, parentType, returnType, schema }) => {
    if (source?.given && Object.hasOwn(source.given, fieldName)) return nested(source.given[fieldName])
    const key = `${source?.key ?? parentType.name}.${fieldName}(${JSON.stringify(args)})`
    const now = scenario()
    if (chance(`${now.seed}${key}!`, now.errors))
      throw new GraphQLError('Varied', { extensions: { code: `VARIED_${fieldName.toUpperCase()}` } })
    return sample({ scenario: now, schema }, returnType, key)
  }

/** A key may have objects: what is given of them is all that is known. */
const nested = (value: unknown): unknown =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
    ? ({ key: JSON.stringify(value), given: value as Record<string, unknown> } satisfies VariedSource)
    : value
