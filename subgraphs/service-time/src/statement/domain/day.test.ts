import { expect, test } from 'vitest'
import { civilDate, dayNumber, isWorkingDay, parseDay } from './day.ts'

test('B04 every day of four centuries follows the one before, and has its own date', () => {
  const wrong: string[] = []
  let before = '1999-12-31'
  for (let day = dayNumber('2000-01-01'); day <= dayNumber('2400-01-01'); day++) {
    const date = civilDate(day)
    if (date <= before || dayNumber(date) !== day) wrong.push(date)
    before = date
  }
  expect(wrong).toEqual([])
  expect(dayNumber('2400-01-01') - dayNumber('2000-01-01')).toBe(146_097)
})

test('B04 a date is the day that the calendar of the platform says', () => {
  for (const date of ['1970-01-01', '2000-02-29', '2023-03-26', '2023-10-29', '2024-02-29', '1899-12-31'])
    expect(dayNumber(date)).toBe(Date.parse(`${date}T00:00:00Z`) / 86_400_000)
})

test('F131 what is no day of the calendar is no date', () => {
  for (const text of [
    '2023-02-29',
    '2100-02-29',
    '2023-13-01',
    '2023-00-10',
    '2023-04-31',
    '23-04-01',
    '2023-4-1',
    '0NaN-NaN-NaN',
    '',
  ])
    expect(parseDay(text)).toBeNull()
  expect(parseDay('2024-02-29')).toBe(dayNumber('2024-02-29'))
})

test('B04 days are whole when clocks go forward and back', () => {
  expect(dayNumber('2023-03-27') - dayNumber('2023-03-25')).toBe(2)
  expect(dayNumber('2023-10-30') - dayNumber('2023-10-28')).toBe(2)
})

test('B04 Monday to Friday are working days', () => {
  const week = Array.from({ length: 7 }, (_, i) => isWorkingDay(dayNumber('2023-01-09') + i))
  expect(week).toEqual([true, true, true, true, true, false, false])
  expect(isWorkingDay(dayNumber('1969-12-28'))).toBe(false)
})
