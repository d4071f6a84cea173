/** What an outsider reaches by ids, walked over every root field of a subgraph: a line in each subgraph. */
import type { Actor } from '@kompetanse/schema/actor-token'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Sampled } from './input-tests.ts'
import { commands, compare, isRefusal, knownIds, questions, type Way } from './reach.ts'
import type { Sample } from './sample.ts'

export interface Reached extends Sampled {
  /** By what they are to those whom the samples are of: nothing, any more or at all. */
  readonly outsiders: Readonly<Record<string, Actor>>
  /** Ids of rows of every table; the outsiders have no part in them. */
  readonly ids: readonly string[]
  readonly contents: () => Promise<unknown>
}

type Reasons = Readonly<Record<string, string>>

/** What an outsider does reach, by coordinate, and why. */
export interface Open {
  /** Questions that tell an id which is from one which is not. */
  readonly questions: Reasons
  /** Commands that answer with more than that there is no such thing, but change nothing. */
  readonly told: Reasons
  /** Commands that anybody gives, of what is their own. */
  readonly own: Reasons
  /** Commands that nobody of the samples has anything for. */
  readonly untried: Reasons
}

const TIME = { timeout: 120_000 }
const listed = (reasons: Reasons) => Object.keys(reasons).toSorted()

export function reachTests(start: () => Promise<Reached>, open: Open): void {
  let world: Reached
  let outsiders: readonly Sample[]
  let ids: readonly string[]
  beforeAll(async () => {
    world = await start()
    const [sample] = world.samples
    ids = [...new Set([...world.ids, ...knownIds(sample)])]
    outsiders = Object.values(world.outsiders).map((actor) => ({ ...sample, actor }))
  })
  afterAll(() => world.stop())

  /** The ways by which some of these learn that there is something. */
  async function seen(ways: readonly Way[], samples: readonly Sample[]): Promise<readonly string[]> {
    const found: string[] = []
    for (const way of ways) {
      const told = await Promise.all(samples.map((sample) => compare(sample, way, ids)))
      if (told.some(({ differs }) => differs)) found.push(way.at)
    }
    return found.toSorted()
  }

  test('F044 B32 to an outsider every question answers as for an id that nothing has', TIME, async () => {
    const ways = questions(world.samples[0])
    expect(ways.length).toBeGreaterThan(0)
    expect(await seen(ways, outsiders)).toEqual(listed(open.questions))
  })

  test('who may ask is answered by every question', TIME, async () => {
    const ways = questions(world.samples[0])
    expect(await seen(ways, world.samples)).toEqual(ways.map(({ at }) => at).toSorted())
  })

  /** Whether somebody is answered with more than a refusal, or by an id with another. */
  async function isTold(samples: readonly Sample[], ways: readonly Way[]): Promise<boolean> {
    for (const sample of samples)
      for (const way of ways) {
        const { nothing, differs } = await compare(sample, way, way.known ?? ids)
        if (differs || !isRefusal(nothing)) return true
      }
    return false
  }

  test('F044 B32 every command of an outsider is refused, and changes nothing', TIME, async () => {
    const [told, changed]: [string[], string[]] = [[], []]
    let before = JSON.stringify(await world.contents())
    for (const [command, ways] of commands(world.samples[0])) {
      const isMore = await isTold(outsiders, ways)
      const after = JSON.stringify(await world.contents())
      if (after !== before) changed.push(command)
      else if (isMore) told.push(command)
      before = after
    }
    expect({ told: told.toSorted(), changed: changed.toSorted() }).toEqual({
      told: listed(open.told),
      changed: listed(open.own),
    })
  })

  // Last: it changes what there is.
  test('a command of who may is answered otherwise', TIME, async () => {
    const untried: string[] = []
    for (const [command, ways] of commands(world.samples[0]))
      if (!(await isTold(world.samples, ways))) untried.push(command)
    expect(untried.toSorted()).toEqual(listed(open.untried))
  })
}
