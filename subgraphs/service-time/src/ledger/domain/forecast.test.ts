import { brandId } from '@kompetanse/schema/ids'
import { describe, expect, test } from 'vitest'
import { computeLedger } from './ledger.ts'
import { aPeriod, anAbsence, anInput, withRule } from './testing.ts'
import type { LedgerInput, ServicePeriod } from './types.ts'
import { toDays } from './units.ts'

/** The pace, the day on which each requirement is met, in its order, and on which all are. */
function ahead(periods: readonly Partial<ServicePeriod>[], about: Partial<LedgerInput> = {}) {
  const input = anInput(
    periods.map((each) => aPeriod({ endsOn: null, ...each })),
    { asOf: '2023-12-31', ...about },
  )
  const { pace, requirements, overall } = computeLedger(input).forecast
  return {
    pace: toDays(pace),
    on: Object.fromEntries(requirements.map(({ requirement, on }) => [requirement, on])),
    overall,
  }
}

describe('B04 the earliest day (reading 14)', () => {
  test('one position: what it adds to, and what it does not', () => {
    // 2024 are 366 days: 364, 1460 and 2006 are missing; hospital and municipality take 546 of full time first.
    const practice = { kind: 'OPEN_UNSELECTED_PRACTICE', startsOn: '2024-01-01' } as const
    expect(ahead([practice], { asOf: '2024-12-31' })).toEqual({
      pace: 1,
      on: {
        TOTAL_TRAINING_TIME: '2030-06-29',
        PART_1_HOSPITAL: null,
        PART_1_MUNICIPAL: null,
        AFTER_PART_1: '2028-12-30',
        OPEN_UNSELECTED_PRACTICE: '2025-12-30',
      },
      overall: '2030-06-29',
    })
  })

  test('at half time everything takes twice as long', () => {
    // 183 of 2372 are served: 2189 at a half are 4378 days.
    const half = { fte: 0.5, startsOn: '2024-01-01' }
    expect(ahead([half], { asOf: '2024-12-31' })).toMatchObject({ pace: 0.5, overall: '2036-12-26' })
  })

  test('two positions are no more than full time together, by the place of their kinds', () => {
    const two = [
      { fte: 0.6 },
      { id: brandId<'ServicePeriod'>('two'), fte: 0.6, kind: 'OPEN_UNSELECTED_PRACTICE' } as const,
    ]
    // 1461 days are missing after part 1; in open practice 730 − 219 = 511 at 0.6: 852 days.
    const on = { AFTER_PART_1: '2027-12-31', OPEN_UNSELECTED_PRACTICE: '2026-05-01' }
    expect(ahead(two)).toMatchObject({ pace: 1, on })
  })

  test('nobody is away any more, and all that is registered is confirmed', () => {
    const away = [anAbsence({ startsOn: '2023-12-31', endsOn: '2023-12-31' })]
    const unsupervisedPeriods = [
      { id: brandId<'UnsupervisedPeriod'>('gap'), startsOn: '2023-12-31', endsOn: '2023-12-31' },
    ]
    expect(ahead([{ confirmed: false, absences: away, unsupervisedPeriods }]).pace).toBe(1)
  })

  test.each([
    [null, 1],
    ['2024-01-01', 1],
    ['2023-12-31', 1],
    ['2023-12-30', 0],
  ])('a position until %s goes on at %d', (endsOn, pace) => {
    expect(ahead([{ endsOn }]).pace).toBe(pace)
  })

  test('without a position no day is ahead, but what is met is met', () => {
    const hospital = { kind: 'PART_1_HOSPITAL', endsOn: '2023-12-31' } as const
    const { pace, on, overall } = ahead([hospital], { asOf: '2024-06-30' })
    expect([pace, on['PART_1_HOSPITAL'], on['AFTER_PART_1'], overall]).toEqual([0, '2024-06-30', null, null])
  })

  test('without a position, and with part 1 behind: no day for the rest', () => {
    const part1 = [
      { kind: 'PART_1_HOSPITAL', startsOn: '2021-01-01', endsOn: '2021-12-31' },
      {
        id: brandId<'ServicePeriod'>('m'),
        kind: 'PART_1_MUNICIPAL',
        startsOn: '2022-01-01',
        endsOn: '2022-06-30',
      },
    ] as const
    expect(ahead(part1).overall).toBeNull()
    // With a position after it, 1826 days less the 549 from 1 July 2022.
    const rest = { id: brandId<'ServicePeriod'>('r'), startsOn: '2022-07-01' }
    const about = { openUnselectedPracticeRequired: false }
    expect(ahead([...part1, rest], about)).toMatchObject({ pace: 1, overall: '2027-06-30' })
  })

  test('without a position, and with all of it behind: the day that is asked about', () => {
    const all = [
      { kind: 'PART_1_HOSPITAL', startsOn: '2010-01-01', endsOn: '2010-12-31' },
      {
        id: brandId<'ServicePeriod'>('m'),
        kind: 'PART_1_MUNICIPAL',
        startsOn: '2011-01-01',
        endsOn: '2011-06-30',
      },
      { id: brandId<'ServicePeriod'>('r'), startsOn: '2011-07-01', endsOn: '2016-06-30' },
    ] as const
    const about = { openUnselectedPracticeRequired: false }
    expect(ahead(all, about)).toMatchObject({ pace: 0, overall: '2023-12-31' })
  })

  test('research goes on, and adds nothing', () => {
    expect(ahead([{ kind: 'RESEARCH' }]).pace).toBe(0)
  })

  test('F139 what was deducted above ten percent comes back as time grows; not where each period has its own', () => {
    const periods = [{ absences: [anAbsence({ startsOn: '2023-03-01', endsOn: '2023-04-10' })] }]
    const after = (value: number) =>
      ahead(periods, { rules: withRule('ALLOWANCE_OF_PERIOD_OR_WHOLE', value) }).on['AFTER_PART_1']
    // 41 days away are within ten percent of 1826. Else 4.5 stay deducted: 1465.5 are missing.
    expect(after(1)).toBe('2027-12-31')
    expect(after(2)).toBe('2028-01-05')
  })

  test('F139 of open practice likewise; not where it goes as the whole', () => {
    const kind = 'OPEN_UNSELECTED_PRACTICE' as const
    const periods = [{ kind, absences: [anAbsence({ startsOn: '2023-03-01', endsOn: '2023-04-10' })] }]
    const open = (code: Parameters<typeof withRule>[0], value: number) =>
      ahead(periods, { rules: withRule(code, value) }).on[kind]
    // 365 are missing; where 4.5 stay deducted, 370.
    expect(open('OPEN_PRACTICE_ALLOWANCE', 1)).toBe('2024-12-30')
    expect(open('OPEN_PRACTICE_ALLOWANCE', 2)).toBe('2025-01-04')
    expect(open('ALLOWANCE_OF_PERIOD_OR_WHOLE', 2)).toBe('2025-01-04')
  })

  test('of another speciality no more is added than the maximum', () => {
    // 1095 of 1188 days are served, so that 93 more count, of 731 that are missing.
    const other = { kind: 'OTHER_SPECIALITY', startsOn: '2021-01-01' } as const
    expect(ahead([other]).on).toMatchObject({ AFTER_PART_1: null, TOTAL_TRAINING_TIME: null })
    const reached = { rules: withRule('REQUIRED_AFTER_PART_1', 1188) }
    expect(ahead([other], reached).on['AFTER_PART_1']).toBe('2024-04-02')
    const beyond = { rules: withRule('REQUIRED_AFTER_PART_1', 1189) }
    expect(ahead([other], beyond).on['AFTER_PART_1']).toBeNull()
    // Absence within ten percent counts, and has its place in the maximum.
    const sick = { ...other, absences: [anAbsence()] }
    expect(ahead([sick], reached).on['AFTER_PART_1']).toBe('2024-04-02')
    expect(ahead([sick], beyond).on['AFTER_PART_1']).toBeNull()
  })

  test('in another speciality time at work takes the place of absence (reading 7)', () => {
    const leave = anAbsence({ kind: 'PARENTAL_LEAVE', startsOn: '2021-01-01', endsOn: '2021-12-31' })
    const periods = [{ kind: 'OTHER_SPECIALITY', startsOn: '2021-01-01', absences: [leave] }] as const
    const after = (required: number) =>
      ahead(periods, { rules: withRule('REQUIRED_AFTER_PART_1', required) }).on['AFTER_PART_1']
    // At work 730, away 365 of 1095: 1095 − (365 − 109.5) = 839.5 count, and each day more adds 1.1: 55 for 60.5.
    expect(after(900)).toBe('2024-02-24')
    // With 93 more the maximum is full: 1188 − (365 − 118.8) = 941.8. Each day at work then takes the place of one
    // away: 246.2 until none is above ten percent.
    expect(after(942)).toBe('2024-04-03')
    expect(after(1188)).toBe('2024-12-05')
    expect(after(1189)).toBeNull()
  })
})
