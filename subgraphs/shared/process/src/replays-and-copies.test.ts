import { join } from 'node:path'
import { listSubgraphs } from '@kompetanse/database/subgraphs'
import { listEvents } from '@kompetanse/schema/events/list'
import * as v from 'valibot'
import { describe, expect, test } from 'vitest'
import { faultsOf, readPlace, type Place } from './testing/replays-and-copies.ts'

const FOLDER = join(import.meta.dirname, '../../..')
const events = await listEvents()
const subgraphs = listSubgraphs().map(({ name }) => name)

test('B02 every event can be replayed, and every copy rebuilt', async () => {
  const places = await Promise.all(
    subgraphs.map((name) => readPlace(join(FOLDER, name), name, events[name] ?? [])),
  )
  expect(places.flatMap((place) => place.events).length).toBeGreaterThanOrEqual(11)
  expect(places.flatMap(({ copies }) => copies).length).toBeGreaterThanOrEqual(13)
  expect(faultsOf(places)).toEqual([])
})

test('every publisher is a subgraph', () => {
  expect(Object.keys(events).filter((publisher) => !subgraphs.includes(publisher))).toEqual([])
})

describe('control: what is wrong is found', () => {
  const [one, two, other] = ['goals.one', 'goals.two', 'others.three'].map((name) => ({
    name,
    schema: v.unknown(),
  })) as [Place['events'][0], Place['events'][0], Place['events'][0]]
  const others: Place = {
    ...{ name: 'others', events: [other], replays: [{ event: other }], copies: [], versioned: [] },
    sources: { 'replay.ts': 'replayAll(' },
  }
  const goals: Place = {
    ...{ name: 'goals', events: [one, two], replays: [{ event: one }, { event: two }] },
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
    ['an event that is not replayed', { replays: [{ event: one }] }, ['does not replay goals.two once']],
    [
      'an event that is replayed twice',
      { replays: [{ event: one }, { event: two }, { event: two }] },
      ['does not replay goals.two once'],
    ],
    [
      'an event of another that is replayed',
      { replays: [...goals.replays, { event: other }] },
      ['replays others.three, not its own'],
    ],
    [
      'an event of another name',
      { events: [one, { ...two, name: 'two' }], replays: [{ event: one }] },
      ['publishes two', 'does not replay two once'],
    ],
    ['no way to replay', without('replay.ts'), ['has no replay.ts']],
    ['no way to rebuild', without('rebuild.ts'), ['has no rebuild.ts']],
    ['copies that nobody keeps', without('main.ts'), ['runs without its copies']],
    [
      'a copy of what nobody publishes',
      { copies: [{ event: { ...other }, tables: ['kept'] }] },
      ['keeps others.three, which nobody publishes'],
    ],
    ['a copy without a table', { copies: [{ event: other, tables: [] }] }, ['keeps others.three nowhere']],
    ['a table without a version', { versioned: [] }, ['keeps kept without a version']],
    [
      'a listener of its own',
      { sources: { ...goals.sources, 'a/b.ts': 'await bus.consume(other, keep)' } },
      ['listens beside its copies in a/b.ts'],
    ],
  ])('%s', (_, change, faults) => {
    expect(faultsOf([{ ...goals, ...change }, others])).toEqual(faults.map((fault) => `goals ${fault}`))
  })
})
