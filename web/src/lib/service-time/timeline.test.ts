import { expect, test } from 'vitest'
import { lanesOf, namedYears, scaleOf, todayOn } from './timeline.ts'

const TODAY = '2025-12-31'
const periods = [
  { startsOn: '2024-01-01', endsOn: '2024-12-31' },
  { startsOn: '2025-01-01', endsOn: null },
]

test('B04 the line runs from the first day to today, with each new year', () => {
  const scale = scaleOf(periods, TODAY)
  expect(scale.to - scale.from).toBe(366 + 365)
  expect(scale.years.map(({ year }) => year)).toEqual([2025, 2026])
  expect(scale.years[0]?.left).toBeCloseTo((366 / 731) * 100)
  expect(todayOn(scale, TODAY)).toBe(100)
})

test('B04 the years of a long life are named now and then, and none beyond the end of the line', () => {
  const named = namedYears(scaleOf([{ startsOn: '2008-01-01', endsOn: '2008-12-31' }], '2026-11-22'))
  expect(named.map(({ year }) => year)).toEqual([2009, 2011, 2013, 2015, 2017, 2019, 2021, 2023, 2025])
  expect(namedYears(scaleOf(periods, TODAY)).map(({ year }) => year)).toEqual([2025])
})

test('B04 what follows another shares its lane, what overlaps has a lane of its own', () => {
  const scale = scaleOf(periods, TODAY)
  const { placed, count } = lanesOf(
    [...periods, { startsOn: '2024-06-01', endsOn: '2025-05-31' }],
    scale,
    TODAY,
  )
  expect(placed.map(({ lane }) => lane)).toEqual([0, 1, 0])
  expect(count).toBe(2)
  expect(placed[2]?.width).toBeCloseTo((365 / 731) * 100)
})

test('B04 nothing registered is a line of today alone', () => {
  const scale = scaleOf([], TODAY)
  expect(scale.to - scale.from).toBe(1)
  expect(lanesOf([], scale, TODAY)).toEqual({ placed: [], count: 1 })
})
