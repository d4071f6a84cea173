import { join } from 'node:path'
import { listSubgraphs } from '@kompetanse/database/subgraphs'
import { listEvents } from '@kompetanse/schema/events/list'
import * as v from 'valibot'
import { describe, expect, test } from 'vitest'
import { faultsOf, readPlace, type Place } from './testing/told-and-kept.ts'

const FOLDER = join(import.meta.dirname, '../../..')
const events = await listEvents()
const subgraphs = listSubgraphs().map(({ name }) => name)

test('B02 all that is told can be told again, and all that is kept be rebuilt', async () => {
  const places = await Promise.all(
    subgraphs.map((name) => readPlace(join(FOLDER, name), name, events[name] ?? [])),
  )
  expect(places.flatMap(({ told }) => told).length).toBeGreaterThanOrEqual(11)
  expect(places.flatMap(({ copies }) => copies).length).toBeGreaterThanOrEqual(13)
  expect(faultsOf(places)).toEqual([])
})

test('who tells is a subgraph', () => {
  expect(Object.keys(events).filter((publisher) => !subgraphs.includes(publisher))).toEqual([])
})

describe('control: what is wrong is found', () => {
  const [one, two, other] = ['goals.one', 'goals.two', 'others.three'].map((name) => ({
    name,
    schema: v.unknown(),
  })) as [Place['told'][0], Place['told'][0], Place['told'][0]]
  const others: Place = {
    ...{ name: 'others', told: [other], replays: [{ event: other }], copies: [], versioned: [] },
    sources: { 'replay.ts': 'replayAll(' },
  }
  const goals: Place = {
    ...{ name: 'goals', told: [one, two], replays: [{ event: one }, { event: two }] },
    copies: [{ event: other, tables: ['kept'] }],
    sources: {
      'replay.ts': 'await replayAll(subgraph, replays)',
      'rebuild.ts': 'forgetVersions(pool, copies)',
      'main.ts': 'runSubgraph({\n  subgraph,\n  copies,\n})',
    },
    versioned: ['kept'],
  }
  const without = (file: string) => ({ sources: { ...goals.sources, [file]: '' } })

  test.each<[string, Partial<Place>, string[]]>([
    ['nothing', {}, []],
    [
      'an event that is not told again',
      { replays: [{ event: one }] },
      ['does not tell goals.two again once'],
    ],
    [
      'an event that is told again twice',
      { replays: [{ event: one }, { event: two }, { event: two }] },
      ['does not tell goals.two again once'],
    ],
    [
      'an event of another that is told again',
      { replays: [...goals.replays, { event: other }] },
      ['tells others.three again, not its own'],
    ],
    [
      'an event of another name',
      { told: [one, { ...two, name: 'two' }], replays: [{ event: one }] },
      ['tells two', 'does not tell two again once'],
    ],
    ['no way to tell again', without('replay.ts'), ['has no replay.ts']],
    ['no way to rebuild', without('rebuild.ts'), ['has no rebuild.ts']],
    ['copies that nobody keeps', without('main.ts'), ['runs without its copies']],
    [
      'a copy of what nobody tells',
      { copies: [{ event: { ...other }, tables: ['kept'] }] },
      ['keeps others.three, untold'],
    ],
    ['a copy without a table', { copies: [{ event: other, tables: [] }] }, ['keeps others.three nowhere']],
    ['a table without a version', { versioned: [] }, ['keeps kept without a version']],
    [
      'a listener of its own',
      { sources: { ...goals.sources, 'a/b.ts': 'await bus.consume(other, keep)' } },
      ['listens past its copies in a/b.ts'],
    ],
  ])('%s', (_, change, faults) => {
    expect(faultsOf([{ ...goals, ...change }, others])).toEqual(faults.map((fault) => `goals ${fault}`))
  })
})
