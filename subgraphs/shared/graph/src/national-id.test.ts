import { assert, constantFrom, integer, property, record } from 'fast-check'
import { describe, expect, test } from 'vitest'
import { containsNationalId, isNationalId } from './national-id.ts'

const sum = (digits: readonly number[], weights: readonly number[]) =>
  weights.reduce((total, weight, at) => total + weight * (digits[at] ?? 0), 0)

/** A number with its control digits, reckoned here as the public description has it; null where none exists. */
function numberOf(day: number, month: number, year: number, serial: number): string | null {
  const two = (value: number) => String(value).padStart(2, '0')
  const nine = `${two(day)}${two(month)}${two(year)}${String(serial).padStart(3, '0')}`
  const digits = [...nine].map(Number)
  const first = 11 - (sum(digits, [3, 7, 6, 1, 8, 9, 4, 5, 2]) % 11)
  if (first === 10) return null
  digits.push(first === 11 ? 0 : first)
  const second = 11 - (sum(digits, [5, 4, 3, 2, 7, 6, 5, 4, 3, 2]) % 11)
  return second === 10 ? null : `${digits.join('')}${second === 11 ? 0 : second}`
}

const parts = record({
  day: integer({ min: 1, max: 28 }),
  month: integer({ min: 1, max: 12 }),
  year: integer({ min: 0, max: 99 }),
  serial: integer({ min: 0, max: 999 }),
  moreDays: constantFrom(0, 40),
  moreMonths: constantFrom(0, 40, 65, 80),
  gap: constantFrom('', ' ', '-', '.', '\u00a0', ' - ', '\u200b', '\n', '    ', '_', ' (', ' | ', '\t\t'),
  around: constantFrom(
    ['', ''],
    ['Pasienten ', ' ringte.'],
    ['(', ')'],
    ['f. 1990: ', ', tlf 12'],
    ['nr', 'a'],
  ),
})

describe('F010 F048 national identity numbers in text', () => {
  test('every number that a person can have is found, whatever is around it and between its halves', () => {
    assert(
      property(parts, ({ day, month, year, serial, moreDays, moreMonths, gap, around: [before, after] }) => {
        const number = numberOf(day + moreDays, month + moreMonths, year, serial)
        if (number === null) return
        expect(isNationalId(number)).toBe(true)
        const written = `${before}${number.slice(0, 6)}${gap}${number.slice(6)}${after}`
        expect(containsNationalId(written), written).toBe(true)
      }),
      { numRuns: 5_000 },
    )
  })

  test('one digit that is wrong makes it another thing: modulus 11 sees each single fault', () => {
    assert(
      property(
        parts,
        integer({ min: 0, max: 10 }),
        integer({ min: 1, max: 9 }),
        ({ day, month, year, serial }, at, by) => {
          const number = numberOf(day, month, year, serial)
          if (number === null) return
          const wrong = [...number]
            .map((digit, index) => (index === at ? (Number(digit) + by) % 10 : digit))
            .join('')
          expect(isNationalId(wrong)).toBe(false)
        },
      ),
      { numRuns: 2_000 },
    )
  })

  test.each([
    ['a date and a time', 'Torsdag 15.10.2026 kl. 14.00–15.30'],
    ['telephone numbers', 'Ring 912 34 567 eller 55 97 50 00.'],
    ['a number of twelve digits around one', `1${numberOf(1, 1, 90, 123) ?? ''}`],
    ['a day that no month has', '31029012345'],
    ['an account number', '1503 40 12345'],
    ['goal codes', 'ALM-071, ALM-047 og FKM-002'],
    ['nothing', ''],
  ])('%s is none', (_what, text) => {
    expect(containsNationalId(text)).toBe(false)
  })

  test('digits of full width are read as the digits they stand for', () => {
    const number = [200, 201, 202, 203]
      .map((serial) => numberOf(13, 5, 84, serial))
      .find((made) => made !== null)
    const wide = [...(number ?? '')].map((digit) => String.fromCodePoint(0xff10 + Number(digit))).join('')
    expect(wide).toHaveLength(11)
    expect(containsNationalId(`Fnr ${wide}`)).toBe(true)
  })
})
