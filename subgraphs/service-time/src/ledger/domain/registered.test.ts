import { describe, expect, test } from 'vitest'
import { DELIVERED_RULES } from '../../rules/domain/delivered.ts'
import type { PeriodKind } from '../../statement/domain/kinds.ts'
import { ledgerOf, toServicePeriod, type RegisteredPeriod } from './registered.ts'
import { aPeriod } from './testing.ts'

const today = '2026-10-15'
const { confirmed: _, ...year } = aPeriod({ kind: 'HOSPITAL', startsOn: '2026-01-01', endsOn: null })
const registered: RegisteredPeriod = { ...year, signed: false }
const of = (...kinds: PeriodKind[]): ReadonlySet<PeriodKind> => new Set(kinds)

describe('B04 a registered period, as the calculation takes it', () => {
  test.each([
    [true, of('HOSPITAL'), true],
    [false, of('HOSPITAL'), false],
    [true, of('RESEARCH'), true],
    [false, of('RESEARCH'), true],
    [true, of(), true],
    [false, of(), true],
  ])('F132 signed: %s, of the kinds that need it %j: confirmed %s', (signed, toSign, confirmed) => {
    const taken = toServicePeriod({ ...registered, signed }, { toSign, today })
    expect(taken).toEqual({ ...year, endsOn: today, confirmed })
  })

  test.each([
    ['2026-10-14', '2026-10-14'],
    ['2026-10-15', '2026-10-15'],
    ['2026-10-16', '2026-10-15'],
    [null, '2026-10-15'],
  ])('one that ends on %s is served until %s', (endsOn, served) => {
    expect(toServicePeriod({ ...registered, endsOn }, { toSign: of(), today }).endsOn).toBe(served)
  })
})

describe('B04 the account of a trainee', () => {
  const account = (asOf: string, trackCode: string | null = 'ALM') =>
    ledgerOf({ trackCode, periods: [registered] }, { asOf, today, rules: DELIVERED_RULES })

  test.each([
    ['2026-10-14', '2026-10-14'],
    ['2026-10-15', '2026-10-15'],
    ['2030-01-01', '2026-10-15'],
  ])('of %s covers what is served until %s', (asOf, served) => {
    expect(account(asOf).asOf).toBe(asOf)
    expect(account(asOf).registered.lines.map(({ endsOn }) => endsOn)).toEqual([served])
  })

  test.each([
    ['2026-10-15', 'goes on today', 1],
    ['2026-10-16', 'may have ended by then', 0],
  ])('of %s the position %s', (asOf, _what, positions) => {
    expect(account(asOf).forecast.pace > 0).toBe(positions === 1)
  })

  test.each([
    ['ALM', true],
    ['KIR', false],
    [null, false],
  ])('in the track %s open unselected practice is required: %s', (trackCode, applies) => {
    const { totals } = account(today, trackCode).registered
    expect(totals.find((row) => row.requirement === 'OPEN_UNSELECTED_PRACTICE')?.applies).toBe(applies)
  })

  test('F132 names each rule once, and the one that says what is signed', () => {
    const codes = account(today).rules.map(({ code }) => code)
    expect(new Set(codes).size).toBe(codes.length)
    expect(codes.at(-1)).toBe('NEEDS_SIGNATURE')
  })
})
