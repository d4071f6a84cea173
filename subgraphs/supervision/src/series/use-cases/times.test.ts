import { wallClock } from '@kompetanse/calendar/wall-clock'
import { assert, date, integer, property } from 'fast-check'
import { describe, expect, test } from 'vitest'
import { timesOf as timesFrom } from './times.ts'

type Rule = Parameters<typeof timesFrom>[0] & { readonly first: Date }
const timesOf = ({ first, ...rule }: Rule) => timesFrom(rule, first)
const rule = (rest: object) => ({
  first: new Date('2026-09-17T12:00:00Z'),
  everyWeeks: 2,
  count: null,
  until: null,
  ...rest,
})
const iso = (times: readonly Date[] | null) => times?.map((time) => time.toISOString())

describe('F017 a series of conversations', () => {
  test('every second Thursday at 14.00, over the change to winter time', () => {
    expect(iso(timesOf(rule({ count: 5 })))).toEqual([
      '2026-09-17T12:00:00.000Z',
      '2026-10-01T12:00:00.000Z',
      '2026-10-15T12:00:00.000Z',
      '2026-10-29T13:00:00.000Z',
      '2026-11-12T13:00:00.000Z',
    ])
  })
  test('and over the change to summer time', () => {
    const first = new Date('2027-03-25T13:00:00Z')
    expect(iso(timesOf(rule({ first, everyWeeks: 1, count: 2 })))).toEqual([
      '2027-03-25T13:00:00.000Z',
      '2027-04-01T12:00:00.000Z',
    ])
  })
  test('the last day counts', () => {
    expect(timesOf(rule({ until: '2026-10-15' }))).toHaveLength(3)
    expect(timesOf(rule({ until: '2026-10-14' }))).toHaveLength(2)
  })
  test.each([
    ['two', { everyWeeks: 26, count: 2 }, 2, '2027-03-18T13:00:00.000Z'],
    ['a year of weeks', { everyWeeks: 1, count: 52 }, 52, '2027-09-09T12:00:00.000Z'],
    [
      'as long as that by its last day',
      { everyWeeks: 1, until: '2027-09-15' },
      52,
      '2027-09-09T12:00:00.000Z',
    ],
    ['two by its last day', { everyWeeks: 1, until: '2026-09-24' }, 2, '2026-09-24T12:00:00.000Z'],
  ])('may be of %s: %j', (_name, rest, count, last) => {
    const times = iso(timesOf(rule(rest)))
    expect([times?.length, times?.at(-1)]).toEqual([count, last])
  })
  test.each([
    ['neither count nor last day', {}],
    ['both', { count: 3, until: '2026-12-01' }],
    ['one is none', { count: 1 }],
    ['more than 52', { count: 53 }],
    ['more than 52 by the last day', { everyWeeks: 1, until: '2027-09-16' }],
    ['one by the last day', { until: '2026-09-30' }],
    ['the end before the beginning', { until: '2026-09-01' }],
    ['every 0 weeks', { everyWeeks: 0, count: 3 }],
    ['every half week', { everyWeeks: 0.5, count: 3 }],
    ['every 27 weeks', { everyWeeks: 27, count: 3 }],
  ])('%s makes none', (_name, rest) => {
    expect(timesOf(rule(rest))).toBeNull()
  })
  test('whenever it begins, the clocks in Oslo show the same time at each', () => {
    const firsts = date({ min: new Date('2020-01-01'), max: new Date('2030-12-31'), noInvalidDate: true })
    assert(
      property(firsts, integer({ min: 1, max: 8 }), (raw, everyWeeks) => {
        const first = new Date(Math.floor(raw.getTime() / 60_000) * 60_000)
        const shown = timesOf(rule({ first, everyWeeks, count: 20 }))?.map((time) =>
          wallClock(time).toISOString().slice(11),
        )
        const hour = Number(wallClock(first).toISOString().slice(11, 13))
        // Between 02 and 03 there is nothing on one night of March.
        if (hour !== 2) expect(new Set(shown).size).toBe(1)
      }),
    )
  })
})
