import { expect, test } from 'vitest'
import { dateColumn } from './day.ts'
import { endsBefore, overlaps, runsOn } from './period.ts'

const days = (validFrom: string, validTo: string | null) => ({ validFrom, validTo })
const october = days('2026-10-01', '2026-10-31')
const fromOctober = days('2026-10-01', null)

test.each([
  ['one that ended the day before', october, days('2026-09-01', '2026-09-30'), false],
  ['one that ends on the first day', october, days('2026-09-01', '2026-10-01'), true],
  ['one that begins on the last day', october, days('2026-10-31', '2026-11-30'), true],
  ['one that begins the day after', october, days('2026-11-01', '2026-11-30'), false],
  ['one within it', october, days('2026-10-10', '2026-10-20'), true],
  ['the same days', october, october, true],
  ['one without end, begun before', october, days('2026-01-01', null), true],
  ['one without end, from the last day', october, days('2026-10-31', null), true],
  ['one without end, from the day after', october, days('2026-11-01', null), false],
  ['two without end', fromOctober, days('2030-01-01', null), true],
  ['one without end and one that ended before', fromOctober, days('2026-09-01', '2026-09-30'), false],
  ['its first day alone', october, days('2026-10-01', '2026-10-01'), true],
  ['its last day alone', october, days('2026-10-31', '2026-10-31'), true],
  ['the day before alone', october, days('2026-09-30', '2026-09-30'), false],
  ['the day after alone', october, days('2026-11-01', '2026-11-01'), false],
  ['one day twice', days('2026-10-01', '2026-10-01'), days('2026-10-01', '2026-10-01'), true],
])('%s', (_which, one, other, expected) => {
  expect(overlaps(one, other)).toBe(expected)
  expect(overlaps(other, one)).toBe(expected)
})

const column = (day: string | null) => (day === null ? null : dateColumn(day))

test.each([
  ['its first day', fromOctober, '2026-10-01', true],
  ['the day before', fromOctober, '2026-09-30', false],
  ['its last day', october, '2026-10-31', true],
  ['the day after', october, '2026-11-01', false],
  ['a day within it', october, '2026-10-15', true],
  ['years after, without end', fromOctober, '2036-10-15', true],
])('F026 a role, a rule or a relation runs on %s', (_day, { validFrom, validTo }, day, expected) => {
  expect(runsOn({ validFrom, validTo }, day)).toBe(expected)
  const row = { validFrom: dateColumn(validFrom), validTo: column(validTo) }
  expect(runsOn(row, dateColumn(day))).toBe(expected)
  const isOver = day > (validTo ?? '9999-12-31')
  expect([endsBefore({ validTo }, day), endsBefore(row, dateColumn(day))]).toEqual([isOver, isOver])
})
