import fc from 'fast-check'
import { buildSchema, parse, validate, validateSchema } from 'graphql'
import { expect, it } from 'vitest'
import { findBreaks } from '../breaks.ts'
import { changeSchema } from './change-schema.ts'
import { drawBy } from './draw.ts'
import { isBroken } from './oracle.ts'
import { writeOperation } from './write-operation.ts'

const SDL = `
  type Query {
    goal(id: ID!, size: Int = 10, levels: [Level!]): Goal
    goals(filter: Filter!, first: Int! = 5): [Goal!]!
    node(id: ID!): Node
    media(wide: Boolean, texts: [String]! = []): [Media]
  }
  interface Node { id: ID! }
  type Goal implements Node { id: ID! text: Text level: Level! counts: [Int!] next(by: Step, from: Span): Goal }
  type Text implements Node { id: ID! words: [String!]! length(unit: Unit = WORD): Float }
  union Media = Photo | Video
  type Photo { url: String! width: Int }
  type Video { url: String! level: Level }
  enum Level { LOW MIDDLE HIGH }
  enum Unit { WORD SIGN }
  input Filter { text: String level: Level levels: [Level] span: Span = { from: 1 } step: Step! limit: Int! = 20 }
  input Span { from: Int! to: Int inner: Span }
  input Step { size: Int = 1 unit: Unit }`
const before = buildSchema(SDL)

/** A valid change of the schema and an operation that was valid before; null when the change makes no schema. */
function drawCase(generate: fc.GeneratorValue) {
  const draw = drawBy(generate)
  const text = writeOperation(before, draw)
  expect(validate(before, parse(text))).toEqual([])
  try {
    const once = changeSchema(SDL, draw)
    const api = draw.chance() ? changeSchema(once, draw) : once
    const after = buildSchema(api)
    return validateSchema(after).length > 0 ? null : { text, api, after }
  } catch {
    return null
  }
}

it('the check fails exactly when sending the operation shows that it is broken', async () => {
  const seen = { broken: 0, whole: 0 }
  await fc.assert(
    fc.asyncProperty(fc.gen(), async (generate) => {
      const drawn = drawCase(generate)
      fc.pre(drawn !== null)
      const { text, api, after } = drawn
      const published = { api: SDL, contracts: { all: SDL }, operations: { drawn: { Drawn: text } } }
      const { breaks } = await findBreaks(published, { api, contracts: { all: api } })
      const broken = isBroken(before, after, parse(text))
      seen[broken ? 'broken' : 'whole']++
      const found = breaks.filter(({ client }) => client === 'drawn')
      expect({ api, text, found, broken: found.length > 0 }).toEqual({ api, text, found, broken })
      // Whoever's operations are not known is broken by what breaks any operation.
      if (broken) expect(breaks.some(({ client }) => client === 'contract all')).toBe(true)
    }),
    { numRuns: 300, seed: 7, endOnFailure: true },
  )
  expect(Math.min(seen.broken, seen.whole)).toBeGreaterThan(60)
})
