import { brandId } from '@kompetanse/schema/ids'
import { assert, date, integer, nat, property, tuple } from 'fast-check'
import { expect, test } from 'vitest'
import { civilDate, dayNumber } from '../../statement/domain/day.ts'
import { computeLedger } from './ledger.ts'
import { anInput, choices, lives } from './testing.ts'
import type { Account, Absence, Ledger, ServicePeriod } from './types.ts'
import { DAY } from './units.ts'

// The same lives each time, so that a change is to blame for a failure; PROPERTY_RUNS=100000 tries as many others.
const more = Number(process.env['PROPERTY_RUNS'] ?? 0)
const RUNS = more > 0 ? { numRuns: more } : { numRuns: 300, seed: 31 }
const asOfs = date({
  min: new Date('2017-06-01'),
  max: new Date('2026-01-01'),
  noInvalidDate: true,
}).map((instant) => instant.toISOString().slice(0, 10))
const periodsOf = (life: readonly { period: ServicePeriod }[]) => life.map(({ period }) => period)
const accountsOf = ({ confirmed, registered }: Ledger) => [confirmed, registered]

test('B04 dividing a period in two changes no sum, whatever the readings', () => {
  const cases = tuple(lives, asOfs, choices('ALLOWANCE_OF_PERIOD_OR_WHOLE'), nat(), nat())
  assert(
    property(cases, ([life, asOf, rules, which, where]) => {
      const periods = periodsOf(life)
      const chosen = periods[which % periods.length]
      const divided = periods.flatMap((period) => (period === chosen ? divide(period, where) : [period]))
      const whole = computeLedger(anInput(periods, { asOf, rules }))
      const parts = computeLedger(anInput(divided, { asOf, rules }))
      accountsOf(parts).forEach(({ totals }, i) =>
        expect(sums(totals)).toEqual(sums(accountsOf(whole)[i]?.totals)),
      )
      expect(parts.forecast).toEqual(whole.forecast)
    }),
    RUNS,
  )
})

test('B04 more absence never gives more of anything, whatever the readings', () => {
  assert(
    property(lives, asOfs, choices(), nat(), (life, asOf, rules, which) => {
      const chosen = life[which % life.length]
      const periods = life.map((one) =>
        one === chosen ? { ...one.period, absences: [...one.period.absences, one.more] } : one.period,
      )
      const less = accountsOf(computeLedger(anInput(periodsOf(life), { asOf, rules })))
      accountsOf(computeLedger(anInput(periods, { asOf, rules }))).forEach(({ totals }, i) =>
        totals.forEach(({ counted }, j) =>
          expect(counted).toBeLessThanOrEqual(less[i]?.totals[j]?.counted ?? -1),
        ),
      )
    }),
    RUNS,
  )
})

test('B04 the order in which things were registered does not matter', () => {
  assert(
    property(lives, asOfs, choices(), (life, asOf, rules) => {
      const periods = periodsOf(life)
      const turned = periods
        .map(({ absences, ...period }) => ({ ...period, absences: absences.toReversed() }))
        .reverse()
      expect(computeLedger(anInput(turned, { asOf, rules }))).toEqual(
        computeLedger(anInput(periods, { asOf, rules })),
      )
    }),
    RUNS,
  )
})

test('B04 every day served stands in lines, once, and no line counts more than its days', () => {
  assert(
    property(lives, asOfs, choices(), (life, asOf, rules) => {
      const served = new Map<string, number>()
      for (const { id, startsOn, endsOn } of periodsOf(life)) {
        const end = Math.min(dayNumber(endsOn ?? asOf), dayNumber(asOf))
        served.set(id, Math.max(0, end - dayNumber(startsOn) + 1))
      }
      for (const { lines, periods, totals } of accountsOf(
        computeLedger(anInput(periodsOf(life), { asOf, rules })),
      )) {
        for (const { periodId, days } of periods) expect(days).toBe((served.get(periodId) ?? 0) * DAY)
        for (const { days, counted, startsOn, endsOn } of lines) {
          expect(days).toBeGreaterThanOrEqual(counted)
          expect(counted).toBeGreaterThanOrEqual(0)
          expect(startsOn <= endsOn && endsOn <= asOf).toBe(true)
        }
        const inLines = lines.reduce((sum, { counted }) => sum + counted, 0)
        expect(totals[0]).toMatchObject({ requirement: 'TOTAL_TRAINING_TIME', counted: inLines })
      }
    }),
    RUNS,
  )
})

test('B04 each account adds up, keeps to its limits and is whole', () => {
  assert(
    property(lives, asOfs, choices('OVERLAP_ABOVE_FULL_TIME'), (life, asOf, rules) => {
      const { confirmed, registered } = computeLedger(anInput(periodsOf(life), { asOf, rules }))
      addsUp(confirmed)
      addsUp(registered)
      const daysOfCalendar = dayNumber(asOf) - dayNumber('2017-01-01') + 1
      expect(registered.totals[0]?.trainingTime).toBeLessThanOrEqual(daysOfCalendar * DAY)
    }),
    RUNS,
  )
})

test('B04 more service never gives less, when it overlaps with no other', () => {
  assert(
    property(lives, choices(), integer({ min: 0, max: 6 }), (life, rules, which) => {
      const later = life[which % life.length]?.period
      if (!later) return
      const before = periodsOf(life).filter(({ endsOn }) => (endsOn ?? '') < later.startsOn)
      const without = computeLedger(anInput(before, { rules })).registered.totals
      const more = computeLedger(anInput([...before, later], { rules })).registered.totals
      more.forEach(({ counted, requirement }, i) => {
        if (requirement === 'OTHER_SPECIALITY_AT_MOST') return
        expect(counted).toBeGreaterThanOrEqual(without[i]?.counted ?? 0)
      })
    }),
    RUNS,
  )
})

test('B04 on the day of the forecast a requirement is met, and not the day before', () => {
  assert(
    property(lives, (life) => {
      const asOf = '2025-06-30'
      const periods = periodsOf(life).map((period, i) => (i % 2 === 0 ? { ...period, endsOn: null } : period))
      const { forecast } = computeLedger(anInput(periods, { asOf }))
      for (const { requirement, on } of forecast.requirements) {
        if (on === null || on === asOf) continue
        const metOn = (day: string) =>
          computeLedger(anInput(periods, { asOf: day })).registered.totals.find(
            (total) => total.requirement === requirement,
          )?.met
        expect(metOn(on)).toBe(true)
        expect(metOn(civilDate(dayNumber(on) - 1))).toBe(false)
      }
    }),
    RUNS,
  )
})

function addsUp({ totals }: Account) {
  for (const total of totals) {
    const { days, partTime, trainingTime, deducted, counted, absence, allowance, allowanceUsed } = total
    const notCounted = total.notCounted.reduce((sum, one) => sum + one.days, 0)
    expect(days - notCounted - partTime).toBe(trainingTime)
    expect(trainingTime - deducted).toBe(counted)
    for (const amount of [partTime, deducted, counted, total.missing])
      expect(amount).toBeGreaterThanOrEqual(0)
    expect(allowanceUsed).toBeLessThanOrEqual(allowance)
    expect(deducted).toBeLessThanOrEqual(absence)
    expect(Object.values(total).every((one) => typeof one !== 'number' || Number.isSafeInteger(one))).toBe(
      true,
    )
    if (total.requirement === 'OTHER_SPECIALITY_AT_MOST') expect(counted).toBeLessThanOrEqual(total.required)
  }
}

const sums = (totals: Account['totals'] | undefined) =>
  totals?.map(({ requirement, trainingTime, absence, allowance, deducted, counted, missing }) => ({
    requirement,
    trainingTime,
    absence,
    allowance,
    deducted,
    counted,
    missing,
  }))

/** The same service as two periods. */
function divide(period: ServicePeriod, where: number): ServicePeriod[] {
  const from = dayNumber(period.startsOn)
  const to = dayNumber(period.endsOn ?? period.startsOn)
  if (from === to) return [period]
  const last = from + (where % (to - from))
  const within = <Row extends Pick<Absence, 'startsOn' | 'endsOn'>>(
    rows: readonly Row[],
    first: number,
    end: number,
  ) =>
    rows
      .map((row) => ({
        ...row,
        startsOn: civilDate(Math.max(first, dayNumber(row.startsOn))),
        endsOn: civilDate(Math.min(end, dayNumber(row.endsOn))),
      }))
      .filter(({ startsOn, endsOn }) => startsOn <= endsOn)
  const partOf = (id: string, first: number, end: number): ServicePeriod => ({
    ...period,
    id: brandId(id),
    startsOn: civilDate(first),
    endsOn: civilDate(end),
    absences: within(period.absences, first, end),
    unsupervisedPeriods: within(period.unsupervisedPeriods, first, end),
  })
  return [partOf(`${period.id} a`, from, last), partOf(`${period.id} b`, last + 1, to)]
}
