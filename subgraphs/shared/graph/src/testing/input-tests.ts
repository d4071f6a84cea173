/** What holds of the arguments and fields of every subgraph, walked over its whole graph: a line in each subgraph. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { withoutDatabase } from './away.ts'
import { badReferences } from './references.ts'
import { eachAlone } from './alone.ts'
import { eachCleaned } from './cleaned.ts'
import { eachByMachine } from './machine.ts'
import { eachOnMany } from './many.ts'
import { fuzz } from './fuzz.ts'
import { unpricedSearches } from './searches.ts'
import type { Sample } from './sample.ts'
import type { Walked } from './walked.ts'

export interface Sampled {
  /** What the first sees is walked whole; as the others, commands alone are given. */
  readonly samples: readonly [Sample, ...Sample[]]
  readonly stop: () => Promise<void>
}

export interface Expected {
  /** The fewest cases that a walk may have: one that finds nothing to walk proves nothing. */
  readonly alone: number
  readonly texts: number
  readonly fuzz: number
  /** Commands on many rows; none when left out. */
  readonly many?: number
  /** Types of which the sample has no object: named, so that none is left out unseen. */
  readonly missing: readonly string[]
}

const TIME = { timeout: 120_000 }

export function inputTests(start: () => Promise<Sampled>, expected: Expected): void {
  let sampled: Sampled
  beforeAll(async () => {
    sampled = await start()
  })
  afterAll(() => sampled.stop())

  test('F044 a reference by a key that is nothing is null and takes no other with it, whatever its type', async () => {
    const [{ schema, actor }] = sampled.samples
    expect(await badReferences(schema, actor)).toEqual([])
  })

  test('every field of every object may be selected alone', TIME, async () => {
    const { cases, faults, missing } = await eachAlone(sampled.samples[0])
    expect(faults).toEqual([])
    expect(missing.toSorted()).toEqual(expected.missing)
    expect(cases).toBeGreaterThanOrEqual(expected.alone)
  })

  test('B16 no machine gives a command, whatever its grants', async () => {
    const [sample] = sampled.samples
    const { cases, faults } = await eachByMachine(sample)
    expect(faults).toEqual([])
    expect(cases).toBe(Object.keys(sample.schema.getMutationType()?.getFields() ?? {}).length)
    expect(cases).toBeGreaterThan(0)
  })

  test('B01 by every command on many, rows of what cannot be an id are each not found', async () => {
    const { cases, faults } = await eachOnMany(sampled.samples[0])
    expect(faults).toEqual([])
    expect(cases).toBeGreaterThanOrEqual(expected.many ?? 0)
  })

  test('every text has a most length; an id in capitals is the same id, and what the database refuses is left out', () => {
    const { cases, faults } = eachCleaned(sampled.samples[0])
    expect(faults).toEqual([])
    expect(cases).toBeGreaterThanOrEqual(expected.texts)
  })

  test('B02 every search has its price', () => {
    expect(unpricedSearches(sampled.samples[0].schema)).toEqual([])
  })

  test('nothing that is sent for any argument is a bug', TIME, async () => {
    const [first, ...others] = sampled.samples
    const walks: Walked[] = [await fuzz(first)]
    for (const sample of others) walks.push(await fuzz(sample, ['mutation']))
    expect(walks.flatMap(({ faults }) => faults)).toEqual([])
    expect(walks.reduce((sum, { cases }) => sum + cases, 0)).toBeGreaterThanOrEqual(expected.fuzz)
  })

  test('B02 while the database is away nothing that is asked or told to be done is a bug', TIME, async () => {
    const { queried, codes } = await withoutDatabase(sampled.samples[0])
    expect(new Set(codes)).toEqual(new Set(['SUBGRAPH_UNAVAILABLE']))
    // The others are answered, or refused, without it.
    expect(queried).toBeGreaterThanOrEqual(15)
    expect(codes.length).toBeGreaterThanOrEqual(0.8 * queried)
  })
}
