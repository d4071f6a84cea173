import { brandId } from '@kompetanse/schema/ids'
import { describe, expect, test } from 'vitest'
import { fill } from './fill.ts'
import type { Prepared } from './prepared.ts'
import { divide, divideAll, lengthOf, type Portion, splitAt, type Stretch } from './stretch.ts'
import { DAY, partOf, toDays, unitsOf } from './units.ts'

/** A part of each day, of a full position unless said. */
const portion = (days: number, about: Partial<Prepared> = {}): Portion => ({
  period: { id: brandId<'ServicePeriod'>('p'), kind: 'HOSPITAL', rank: 3, fte: 10_000, ...about } as Prepared,
  nature: 'ABSENCE',
  absenceId: null,
  effect: 'ABSENCE_WITHIN_ALLOWANCE',
  amount: unitsOf(days),
  ofDay: DAY,
})
const told = (portions: readonly Portion[]) =>
  portions.map(({ period, effect, amount, ofDay }) => [period.id, effect, toDays(amount), toDays(ofDay)])

describe('B04 a part of a day that finds so much room', () => {
  test.each([
    [2, [['p', 'ABSENCE_WITHIN_ALLOWANCE', 1, 1]]],
    [1, [['p', 'ABSENCE_WITHIN_ALLOWANCE', 1, 1]]],
    [0, [['p', 'ABSENCE_DEDUCTED', 1, 1]]],
    [
      0.25,
      [
        ['p', 'ABSENCE_WITHIN_ALLOWANCE', 0.25, 0.25],
        ['p', 'ABSENCE_DEDUCTED', 0.75, 0.75],
      ],
    ],
  ])('%d', (room, parts) => {
    expect(told(divide(portion(1), unitsOf(room), 'ABSENCE_DEDUCTED'))).toEqual(parts)
  })

  test('of half a position, the calendar day is divided in the same proportion', () => {
    expect(told(divide(portion(0.5, { fte: 5_000 }), unitsOf(0.125), 'ABSENCE_DEDUCTED'))).toEqual([
      ['p', 'ABSENCE_WITHIN_ALLOWANCE', 0.125, 0.25],
      ['p', 'ABSENCE_DEDUCTED', 0.375, 0.75],
    ])
  })

  test('several take it in their order', () => {
    const parts = [
      portion(0.5, { id: brandId<'ServicePeriod'>('a') }),
      portion(0.5, { id: brandId<'ServicePeriod'>('b') }),
      portion(0.5, { id: brandId<'ServicePeriod'>('c') }),
    ]
    expect(
      divideAll(parts, unitsOf(0.75), 'ABSENCE_DEDUCTED').map(({ period, effect, amount }) => [
        period.id,
        effect,
        toDays(amount),
      ]),
    ).toEqual([
      ['a', 'ABSENCE_WITHIN_ALLOWANCE', 0.5],
      ['b', 'ABSENCE_WITHIN_ALLOWANCE', 0.25],
      ['b', 'ABSENCE_DEDUCTED', 0.25],
      ['c', 'ABSENCE_DEDUCTED', 0.5],
    ])
  })
})

describe('B04 days are divided at a day', () => {
  const stretch: Stretch = { from: 10, to: 12, portions: [] }
  const days = (parts: readonly Stretch[]) => parts.map(({ from, to }) => [from, to])

  test.each([
    [10, [], [[11, 12]]],
    [11, [[10, 10]], [[12, 12]]],
    [12, [[10, 11]], []],
  ])('%d', (day, before, after) => {
    const split = splitAt(stretch, day)
    expect([days(split.before), days([split.at]), days(split.after)]).toEqual([before, [[day, day]], after])
    expect(lengthOf(stretch)).toBe(3)
  })
})

describe('B04 F139 an allowance is spent day after day', () => {
  const takes = ({ nature }: Portion) => nature === 'ABSENCE'
  const work: Portion = { ...portion(1), nature: 'WORK', effect: 'COUNTED_IN_FULL' }
  const away = (from: number, to: number, portions = [portion(1)]): Stretch => ({ from, to, portions })
  const spend = (stretches: readonly Stretch[], days: number, workingDays = false) => {
    const filling = { takes, room: unitsOf(days), beyond: 'ABSENCE_DEDUCTED', workingDays } as const
    const { stretches: filled, left } = fill(stretches, filling)
    const effects = filled.map(({ from, to, portions }) => [
      from,
      to,
      ...portions.map(({ effect, amount }) => `${effect} ${toDays(amount)}`),
    ])
    return [toDays(left), ...effects]
  }
  const IN = 'ABSENCE_WITHIN_ALLOWANCE 1'
  const OUT = 'ABSENCE_DEDUCTED 1'

  test('all of it, and nothing is left', () => {
    expect(spend([away(1, 3)], 3)).toEqual([0, [1, 3, IN]])
  })

  test('less than all, and the rest is left', () => {
    expect(spend([away(1, 3), away(5, 5)], 6)).toEqual([2, [1, 3, IN], [5, 5, IN]])
  })

  test('from the day on which it is spent', () => {
    expect(spend([away(1, 3), away(5, 6)], 2)).toEqual([0, [1, 2, IN], [3, 3, OUT], [5, 6, OUT]])
    expect(spend([away(1, 3)], 0)).toEqual([0, [1, 1, OUT], [2, 3, OUT]])
  })

  test('days without any are left as they are, before and after', () => {
    const nobody = away(4, 4, [work])
    expect(spend([nobody, away(5, 5), nobody], 0)).toEqual([
      0,
      [4, 4, 'COUNTED_IN_FULL 1'],
      [5, 5, OUT],
      [4, 4, 'COUNTED_IN_FULL 1'],
    ])
  })

  test('what is at work that day spends nothing', () => {
    expect(spend([away(1, 2, [portion(1), work])], 1)).toEqual([
      0,
      [1, 1, IN, 'COUNTED_IN_FULL 1'],
      [2, 2, 'COUNTED_IN_FULL 1', OUT],
    ])
  })

  test('working days: those of Monday to Friday alone, until one of them finds too little', () => {
    // Day 0 is Thursday 1 January 1970, so that 1 is a Friday, 2 and 3 the weekend, 4 a Monday.
    expect(spend([away(1, 4)], 1, true)).toEqual([0, [1, 3, IN], [4, 4, OUT]])
    expect(spend([away(1, 4)], 2, true)).toEqual([0, [1, 4, IN]])
    expect(spend([away(1, 4)], 5, true)).toEqual([3, [1, 4, IN]])
    expect(spend([away(2, 3)], 0, true)).toEqual([0, [2, 3, IN]])
  })
})

describe('B04 units', () => {
  test('a part of an amount, in hundredths of a percent, rounded down', () => {
    expect(partOf(unitsOf(365), 1000)).toBe(unitsOf(36.5))
    expect(partOf(unitsOf(2), 10_000)).toBe(unitsOf(2))
    expect(partOf(15_000, 1000)).toBe(1500)
    expect(partOf(19, 1000)).toBe(1)
    expect(partOf(9, 1000)).toBe(0)
  })
})
