/** What holds of the arguments and fields of every subgraph, walked over its whole graph: a line in each subgraph. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { badReferences } from './references.ts'
import { eachAlone } from './alone.ts'
import { fuzz } from './fuzz.ts'
import type { Sample } from './sample.ts'
import type { Walked } from './walked.ts'

export interface Sampled {
  /** The same graph as several see it: who may read most comes first. */
  readonly samples: readonly Sample[]
  readonly stop: () => Promise<void>
}

/** The fewest cases that a walk may have: a walk that finds nothing to walk proves nothing. */
export interface Least {
  readonly alone: number
  readonly fuzz: number
  /** Types of which the samples have no object: named, so that none is left out unseen. */
  readonly missing: readonly string[]
}

export function inputTests(start: () => Promise<Sampled>, least: Least): void {
  let sampled: Sampled
  beforeAll(async () => {
    sampled = await start()
  })
  afterAll(() => sampled.stop())

  async function walkAll<Walk extends Walked>(
    walk: (sample: Sample) => Promise<Walk>,
  ): Promise<readonly Walk[]> {
    const walks: Walk[] = []
    for (const sample of sampled.samples) walks.push(await walk(sample))
    return walks
  }

  const cases = (walks: readonly Walked[]) => walks.reduce((sum, walk) => sum + walk.cases, 0)
  const faults = (walks: readonly Walked[]) => walks.flatMap((walk) => walk.faults)

  test('F044 a reference by a key that is nothing is null and takes no other with it, whatever its type', async () => {
    for (const { schema, actor } of sampled.samples.slice(0, 1))
      expect(await badReferences(schema, actor)).toEqual([])
  })

  test('every field of every object may be selected alone', { timeout: 120_000 }, async () => {
    const walks = await walkAll(eachAlone)
    expect(faults(walks)).toEqual([])
    expect(cases(walks)).toBeGreaterThanOrEqual(least.alone)
    const [first = [], ...rest] = walks.map(({ missing }) => missing)
    expect(first.filter((type) => rest.every((each) => each.includes(type))).toSorted()).toEqual(
      least.missing,
    )
  })

  test('nothing that is sent for any argument is a bug', { timeout: 120_000 }, async () => {
    const walks = await walkAll(fuzz)
    expect(faults(walks)).toEqual([])
    expect(cases(walks)).toBeGreaterThanOrEqual(least.fuzz)
  })
}
