import type { Actor } from '@kompetanse/schema/actor-token'
import type { RegionCode } from '@kompetanse/schema/regions'
import { brandId } from '@kompetanse/schema/ids'
import { describe, expect, test } from 'vitest'
import { dateColumn } from '@kompetanse/calendar/day'
import { nearTrainee, openedRecords, readableTrainee } from './readable.ts'
import { granted, rowsOf, somebody } from './testing-rows.ts'
import { administeredTrainee, ledTrainee, visibleTrainee } from './visibility.ts'

const DAY = dateColumn('2026-09-15')
const WEST = { regionCode: 'HELSE_VEST', enterpriseId: brandId<'Enterprise'>('bergen') }

/** Liv leads Ada, is mentor of Kim and supervisor of Eva; Sten stands in for Liv. Nora is of the north, and nobody's. */
const { names, person, relate, standIn } = rowsOf()
for (const name of ['Ada', 'Kim', 'Eva', 'former', 'coming']) person(name, WEST)
person('Kim', { enterpriseId: brandId('voss') })
person('Nora', { regionCode: 'HELSE_NORD' })
relate('LEADER', 'Ada', 'Liv')
relate('MENTOR', 'Kim', 'Liv', { to: '2026-09-15' })
relate('SUPERVISOR', 'Eva', 'Liv', { from: '2026-09-15' })
relate('LEADER', 'former', 'Liv', { to: '2026-09-14' })
relate('LEADER', 'coming', 'Liv', { from: '2026-09-16' })
standIn('Sten', 'Liv', { from: '2026-09-15', to: '2026-09-15' })
standIn('lapsed', 'Liv', { to: '2026-09-14' })
standIn('early', 'Liv', { from: '2026-09-16' })

const ALL = ['Ada', 'Kim', 'Eva', 'former', 'coming', 'Nora']
const NORTH = ['Nora']
const OF_WEST = ['Ada', 'Kim', 'Eva', 'former', 'coming']
const machine = (regionCode?: RegionCode): Partial<Actor> => ({
  kind: 'machine',
  ...(regionCode && { regionCode }),
})

/** Actor → whom they see, lead, are near to, administer; of trainees. */
const TRUTH: readonly (readonly [string, Actor, string[], string[], string[], string[]])[] = [
  ['a trainee', somebody('Ada'), ['Ada'], [], ['Ada'], []],
  ['who leads, mentors and supervises', somebody('Liv'), ['Ada', 'Kim', 'Eva'], ['Ada'], ['Ada', 'Kim'], []],
  ['that one’s deputy: of those who are led alone', somebody('Sten'), ['Ada'], ['Ada'], ['Ada'], []],
  ['a deputy of before', somebody('lapsed'), [], [], [], []],
  ['a deputy of days to come', somebody('early'), [], [], [], []],
  [
    'a local administrator',
    somebody('x', granted('LOCAL_ADMIN', { enterpriseId: brandId('voss') })),
    ['Kim'],
    [],
    [],
    ['Kim'],
  ],
  [
    'a local administrator, whatever the region says',
    somebody('x', granted('LOCAL_ADMIN', { enterpriseId: brandId('voss'), regionCode: 'HELSE_NORD' })),
    ...([['Kim'], [], [], ['Kim']] as [string[], string[], string[], string[]]),
  ],
  ['a local administrator of no place', somebody('x', granted('LOCAL_ADMIN')), [], [], [], []],
  [
    'a regional administrator',
    somebody('x', granted('REGIONAL_ADMIN', { regionCode: 'HELSE_NORD' })),
    NORTH,
    [],
    [],
    NORTH,
  ],
  ['a regional administrator of no place', somebody('x', granted('REGIONAL_ADMIN')), [], [], [], []],
  ['support', somebody('x', granted('SUPPORT')), ALL, [], [], ALL],
  ['the Directorate', somebody('x', granted('DIRECTORATE')), ALL, [], [], ALL],
  ['a machine of a region', somebody('', machine('HELSE_VEST')), OF_WEST, [], [], []],
  ['a machine of no region', somebody('', machine()), [], [], [], []],
  ['a machine with a leader’s id', somebody('Liv', { ...machine(), ...granted('SUPPORT') }), [], [], [], []],
  [
    'the gateway',
    somebody('Liv', { kind: 'gateway', regionCode: 'HELSE_VEST', ...granted('SUPPORT') }),
    [],
    [],
    [],
    [],
  ],
]

describe('F012 B32 who sees, leads, is near to and administers whom', () => {
  test.each(TRUTH)('%s', (_who, actor, seen, led, near, administered) => {
    const given = (where: object) => names(where).filter((name) => ALL.includes(name))
    expect(given(visibleTrainee(actor, DAY))).toEqual(seen)
    expect(given(ledTrainee(actor, DAY))).toEqual(led)
    expect(given(nearTrainee(actor, DAY))).toEqual(near)
    expect(given(administeredTrainee(actor))).toEqual(administered)
  })
})

describe('B32 whose record is read word for word', () => {
  const NOON = new Date('2026-09-15T10:00:00Z')
  const open = (name: string, until: string) => ({ traineeId: brandId<'Person'>(name), until })
  const opened = [open('Nora', '2026-09-15T10:00:01Z'), open('Ada', '2026-09-15T10:00:00Z')]

  test.each<[string, Actor, string[]]>([
    ['who is near', somebody('Liv'), ['Ada', 'Kim']],
    ['support, that has opened one', somebody('x', { ...granted('SUPPORT'), openRecords: opened }), ['Nora']],
    ['support, that has opened none', somebody('x', granted('SUPPORT')), []],
    ['who has opened one that is not in reach', somebody('x', { openRecords: opened }), []],
    [
      'who is near, and has opened one',
      somebody('Liv', { ...granted('SUPPORT'), openRecords: opened }),
      ['Ada', 'Kim', 'Nora'],
    ],
    ['a machine', somebody('', { ...machine('HELSE_NORD'), openRecords: opened }), []],
  ])('%s', (_who, actor, read) => {
    expect(names(readableTrainee(actor, NOON)).filter((name) => ALL.includes(name))).toEqual(read)
  })

  test('each is open until its time', () => {
    const until = openedRecords(somebody('x', { openRecords: opened }), NOON)
    expect([...until]).toEqual([['Nora', new Date('2026-09-15T10:00:01Z')]])
    expect(openedRecords(somebody('x'), NOON).size).toBe(0)
  })
})
