import fc, { type Arbitrary } from 'fast-check'
import * as v from 'valibot'
import { expect, it } from 'vitest'
import { misfits } from './misfits.ts'
import { payloadOf } from './published-events.ts'

/** A schema, with values of it. */
interface Drawn {
  readonly schema: v.GenericSchema
  readonly value: Arbitrary<unknown>
}

const LETTERS = ['A', 'B', 'C'] as const
const day = fc.date({ noInvalidDate: true, min: new Date('1970-01-01'), max: new Date('2100-01-01') })
const SIMPLE: readonly Drawn[] = [
  { schema: v.string(), value: fc.constantFrom('A', 'other', '') },
  { schema: v.pipe(v.string(), v.uuid()), value: fc.uuid() },
  { schema: v.pipe(v.string(), v.isoDate()), value: day.map((date) => date.toISOString().slice(0, 10)) },
  { schema: v.pipe(v.string(), v.isoTimestamp()), value: day.map((date) => date.toISOString()) },
  { schema: v.number(), value: fc.constantFrom(-1, 0, 1, 2, 0.5) },
  { schema: v.pipe(v.number(), v.integer()), value: fc.integer({ min: -2, max: 2 }) },
  { schema: v.pipe(v.number(), v.integer(), v.minValue(1)), value: fc.integer({ min: 1, max: 3 }) },
  { schema: v.boolean(), value: fc.boolean() },
  { schema: v.literal(0), value: fc.constant(0) },
  { schema: v.literal(1), value: fc.constant(1) },
]
const list = fc
  .uniqueArray(fc.constantFrom(...LETTERS), { minLength: 1 })
  .map((letters): Drawn => ({ schema: v.picklist(letters), value: fc.constantFrom(...letters) }))

const nullable = ({ schema, value }: Drawn): Drawn => ({
  schema: v.nullable(schema),
  value: fc.option(value),
})
const many = ({ schema, value }: Drawn): Drawn => ({
  schema: v.array(schema),
  value: fc.array(value, { maxLength: 2 }),
})

interface Field {
  readonly drawn: Drawn
  readonly isOptional: boolean
}

function objectOf(
  fields: Readonly<Record<string, Field>>,
  more: Readonly<Record<string, Drawn>> = {},
): Drawn {
  const named = Object.entries(fields)
  const schemas = named.map(([name, { drawn, isOptional }]) => [
    name,
    isOptional ? v.optional(drawn.schema) : drawn.schema,
  ])
  const values = Object.fromEntries(named.map(([name, { drawn }]) => [name, drawn.value]))
  const fixed = Object.entries(more)
  return {
    schema: v.object(
      Object.fromEntries([
        ...schemas,
        ...fixed.map(([name, { schema }]) => [name, schema]),
      ]) as v.ObjectEntries,
    ),
    value: fc.record(
      { ...values, ...Object.fromEntries(fixed.map(([name, { value }]) => [name, value])) },
      {
        requiredKeys: [
          ...named.filter(([, { isOptional }]) => !isOptional).map(([name]) => name),
          ...fixed.map(([name]) => name),
        ],
      },
    ),
  }
}

/** By `kind`, one of objects. */
function variantOf(choices: readonly Readonly<Record<string, Field>>[]): Drawn {
  const drawn = choices.map((fields, index) => {
    const kind = LETTERS[index] ?? 'A'
    return objectOf(fields, { kind: { schema: v.literal(kind), value: fc.constant(kind) } })
  })
  const schemas = drawn.map(({ schema }) => schema) as unknown as v.VariantOptions<'kind'>
  return { schema: v.variant('kind', schemas), value: fc.oneof(...drawn.map(({ value }) => value)) }
}

const { drawn } = fc.letrec<{ drawn: Drawn; fields: Readonly<Record<string, Field>> }>((tie) => ({
  fields: fc.dictionary(
    fc.constantFrom('a', 'b', 'c'),
    fc.record({ drawn: tie('drawn'), isOptional: fc.boolean() }),
    { maxKeys: 3, noNullPrototype: true },
  ),
  drawn: fc.oneof(
    { maxDepth: 3, depthSize: 'small' },
    fc.constantFrom(...SIMPLE),
    list,
    tie('drawn').map(nullable),
    tie('drawn').map(many),
    tie('fields').map((fields) => objectOf(fields)),
    fc.array(tie('fields'), { minLength: 1, maxLength: 3 }).map(variantOf),
  ),
}))

const simple = fc.constantFrom(...SIMPLE)
const pair = fc.oneof(
  fc.tuple(simple, simple),
  fc.tuple(drawn, drawn),
  drawn.map((same) => [same, same] as const),
)

const shapeOf = ({ schema }: Drawn) => payloadOf({ name: 'drawn', schema })
const takes = ({ schema }: Drawn, value: unknown) => v.is(schema, JSON.parse(JSON.stringify(value)))

it('what fits is taken, each value of it, by who expects it', () => {
  const seen = { fits: 0, misfits: 0, refused: 0 }
  fc.assert(
    fc.property(pair, ([sent, expected]) => {
      const values = fc.sample(sent.value, { numRuns: 20, seed: 3 })
      const refused = values.filter((value) => !takes(expected, value))
      const found = misfits(shapeOf(sent), shapeOf(expected))
      seen[found.length === 0 ? 'fits' : 'misfits']++
      if (refused.length > 0) seen.refused++
      if (found.length === 0) expect(refused).toEqual([])
    }),
    { numRuns: 3000, seed: 7, endOnFailure: true },
  )
  expect(Math.min(...Object.values(seen))).toBeGreaterThan(300)
})

/** Ways to change what is sent that break who expected what it was. */
const BREAKING: Readonly<Record<string, (drawn: Drawn) => Drawn>> = {
  'a property away': () => objectOf({}),
  'a property that may be away': (drawn) => objectOf({ a: { drawn, isOptional: true } }),
  'null, which it never was': (drawn) => objectOf({ a: { drawn: nullable(drawn), isOptional: false } }),
  'many for one': (drawn) => objectOf({ a: { drawn: many(drawn), isOptional: false } }),
}

it.each(Object.entries(BREAKING))('a change that breaks is found at its path: %s', (_, change) => {
  let broken = 0
  fc.assert(
    fc.property(drawn, (inner) => {
      const expected = objectOf({ a: { drawn: inner, isOptional: false } })
      const sent = change(inner)
      const isRefused = fc
        .sample(sent.value, { numRuns: 30, seed: 3 })
        .some((value) => !takes(expected, value))
      fc.pre(isRefused)
      broken++
      const paths = misfits(shapeOf(sent), shapeOf(expected)).map(({ path }) => path)
      expect(paths).not.toEqual([])
      expect(paths.every((path) => path.startsWith('.a'))).toBe(true)
    }),
    { numRuns: 300, seed: 7, endOnFailure: true },
  )
  expect(broken).toBeGreaterThan(200)
})
