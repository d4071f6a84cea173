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
const full = (from: string) => ({ share: 1, from, to: null })
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
  test('on the first day of a year one day’s share is to be expected', () => {
    const account = accountOf(2026, known({ today: '2026-01-01' }))
    expect(account.requiredSoFar).toBeCloseTo(42 / 365, 9)
  })
  test('of a year that is over all is to be expected, and nothing of the next one', () => {
    const account = accountOf(2025, known({ minutes: [year(2025, 42), year(2026, 10)] }))
    expect(account).toMatchObject({ required: 42, requiredSoFar: 42, met: true })
    expect(account.running).toMatchObject({ hours: 42, required: 42, averagePerYear: 42 })
  })
  test('half a minute is not what anybody lacks, a whole one is', () => {
    // 25 % of 31.5 hours are 7 hours and 52.5 minutes.
    const rules = [{ value: 31.5, validFrom: '2021-01-01', validTo: null }]
    const service = [{ share: 0.25, from: '2026-01-01', to: null }]
    const met = (minutes: number) =>
      accountOf(2026, known({ rules, service, minutes: [year(2026, minutes / 60)] })).met
    expect([471, 472, 473].map(met)).toEqual([false, true, true])
  })
  test('the account that runs does not know of the years to come', () => {
    const minutes = [year(2025, 54), year(2026, 30), year(2027, 10)]
    expect(accountOf(2026, known({ minutes })).running).toMatchObject({ hours: 84 })
  })
  test.each([
    [
      'training, whose service comes later',
      { since: '2025-01-01', service: [full('2025-06-01')] },
      '2025-01-01',
    ],
    [
      'service, when it is known of earlier',
      { since: '2025-06-01', service: [full('2025-01-01')] },
      '2025-01-01',
    ],
    ['service, when nothing else is known', { since: null, service: [full('2025-03-01')] }, '2025-03-01'],
    ['training today', { since: '2026-12-31', service: [] }, '2026-12-31'],
  ])('the account runs from the first day of %s', (_what, rest, since) => {
    expect(accountOf(2026, known(rest)).running?.since).toBe(since)
  })
  test.each([
    ['nobody knows when it began', { since: null, service: [] }],
    ['it begins after the year', { since: '2027-01-01', service: [] }],
  ])('no account runs when %s', (_why, rest) => {
    expect(accountOf(2026, known(rest)).running).toBeNull()
  })
  test('before the first day of service there is no average', () => {
    const account = accountOf(2026, known({ since: '2026-01-01', service: [full('2027-01-01')] }))
    expect(account.running).toMatchObject({ hours: 0, required: 0, averagePerYear: null, met: true })
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
      { from: '2026-03-01', to: '2026-03-01' },
      { from: '2026-01-05', to: '2026-01-14' },
      { from: '2025-12-20', to: '2026-01-10' },
      { from: '2026-01-07', to: '2026-01-08' },
      { from: '2025-02-01', to: '2025-02-28' },
    ]
    expect(accountOf(2026, known({ unsupervised })).unsupervisedDays).toBe(15)
    expect(accountOf(2026, known({ unsupervised: [] })).unsupervisedDays).toBe(0)
  })
})
