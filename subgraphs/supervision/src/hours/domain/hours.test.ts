import { describe, expect, test } from 'vitest'
import { accountOf, type Known } from './hours.ts'

const ALM = [{ value: 42, validFrom: '2021-01-01', validTo: null }]
const known = (rest: Partial<Known> = {}): Known => ({
  today: '2026-12-31',
  rules: ALM,
  service: [{ share: 1, from: '2025-01-01', to: null }],
  unsupervised: [],
  since: '2025-01-01',
  minutes: [],
  ...rest,
})
const year = (year: number, hours: number, group = 0) => ({ year, individual: hours * 60, group: group * 60 })

describe('B06 a year of supervision', () => {
  test('33 of 42 hours: not met; group hours stand beside', () => {
    expect(accountOf(2026, known({ minutes: [year(2026, 33, 20)] }))).toMatchObject({
      ...{ hours: 33, groupHours: 20, required: 42, met: false, basis: 'SERVICE_PERIODS' },
    })
  })
  test('more at the start: 54 hours the first year and 30 the second are 42 on average, and met in all', () => {
    const account = accountOf(2026, known({ minutes: [year(2025, 54), year(2026, 30)] }))
    expect(account.met).toBe(false)
    expect(account.running).toEqual({
      since: '2025-01-01',
      hours: 84,
      required: 84,
      averagePerYear: 42,
      met: true,
    })
  })
  test('in 60 % the average is per year of full time: 25.2 hours are 42', () => {
    const service = [{ share: 0.6, from: '2026-01-01', to: null }]
    const account = accountOf(2026, known({ service, since: '2026-01-01', minutes: [year(2026, 25.2)] }))
    expect(account).toMatchObject({ met: true })
    expect(account.required).toBeCloseTo(25.2, 9)
    expect(account.running?.averagePerYear).toBeCloseTo(42, 9)
  })
  test('by 2 July half of the hours are to be expected: 183 of 365 days', () => {
    const account = accountOf(2026, known({ today: '2026-07-02', minutes: [year(2026, 21.5)] }))
    expect(account.requiredSoFar).toBeCloseTo((42 * 183) / 365, 9)
    expect(account).toMatchObject({ met: false, required: 42 })
  })
  test('a year to come asks for its hours and has no account yet', () => {
    const account = accountOf(2027, known({ since: '2027-01-01', service: [], today: '2026-12-31' }))
    expect(account).toMatchObject({
      required: 42,
      requiredSoFar: 0,
      basis: 'FULL_TIME_ASSUMED',
      running: null,
    })
  })
  test('a track without a figure: hours are counted and nothing is asked for', () => {
    const account = accountOf(2026, known({ rules: [], minutes: [year(2026, 12)] }))
    expect(account).toMatchObject({
      hours: 12,
      required: null,
      requiredSoFar: null,
      met: null,
      running: null,
    })
  })
  test('days without supervision are counted once, and only those of the year', () => {
    const unsupervised = [
      { from: '2025-12-20', to: '2026-01-10' },
      { from: '2026-01-05', to: '2026-01-14' },
      { from: '2026-03-01', to: '2026-03-01' },
    ]
    expect(accountOf(2026, known({ unsupervised })).unsupervisedDays).toBe(15)
  })
})
