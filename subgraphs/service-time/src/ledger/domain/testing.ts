import { brandId, type IdKind } from '@kompetanse/schema/ids'
import { type Arbitrary, array, constant, constantFrom, integer, oneof, record, tuple } from 'fast-check'
import { civilDate, dayNumber } from '../../statement/domain/day.ts'
import { DEFAULT_RULES } from '../../rules/domain/default-rules.ts'
import type { RuleCode, ServiceTimeRule } from '../../rules/domain/rule.ts'
import { ABSENCE_KINDS, PERIOD_KINDS } from '../../statement/domain/kinds.ts'
import { computeLedger } from './ledger.ts'
import type { Absence, LedgerInput, ServicePeriod } from './types.ts'
import { toDays } from './units.ts'

/** A full-time, confirmed year in hospital, but for what the test is about. */
export function aPeriod(about: Partial<ServicePeriod> = {}): ServicePeriod {
  return {
    id: brandId('period'),
    kind: 'HOSPITAL',
    fte: 1,
    startsOn: '2023-01-01',
    endsOn: '2023-12-31',
    confirmed: true,
    absences: [],
    unsupervisedPeriods: [],
    ...about,
  }
}

export function anAbsence(about: Partial<Absence> = {}): Absence {
  return {
    id: brandId('absence'),
    kind: 'SICKNESS',
    startsOn: '2023-03-01',
    endsOn: '2023-03-10',
    share: 1,
    ...about,
  }
}

export function anInput(periods: readonly ServicePeriod[], about: Partial<LedgerInput> = {}): LedgerInput {
  return {
    asOf: '2040-12-31',
    periods,
    rules: DEFAULT_RULES,
    licensedOn: null,
    openUnselectedPracticeRequired: true,
    ...about,
  }
}

/** The rules with another value of one. */
export function withRule(code: RuleCode, value: number): readonly ServiceTimeRule[] {
  return DEFAULT_RULES.map((rule) => (rule.code === code ? { ...rule, value } : rule))
}

/** What became of the days of January 2023: period, effect, first and last day, days and what of them counts. */
export function linesOfJanuary(periods: readonly Partial<ServicePeriod>[], about: Partial<LedgerInput> = {}) {
  const january = periods.map((each) => aPeriod({ endsOn: '2023-01-31', ...each }))
  return computeLedger(anInput(january, about)).confirmed.lines.map((line) => [
    ...[line.periodId, line.effect, Number(line.startsOn.slice(8)), Number(line.endsOn.slice(8))],
    ...[toDays(line.days), toDays(line.counted)],
  ])
}

const FIRST = dayNumber('2017-01-01')
const LAST = dayNumber('2024-12-31')
const shares = oneof(
  constantFrom(1, 0.5),
  integer({ min: 1, max: 10_000 }).map((share) => share / 10_000),
)

const spans = ({ from, to }: { from: number; to: number }) =>
  tuple(
    integer({ min: from, max: to }),
    oneof(integer({ max: 30, min: 0 }), integer({ max: 900, min: 0 })),
  ).map(([start, length]) => ({
    startsOn: civilDate(start),
    endsOn: civilDate(Math.min(to, start + length)),
  }))

/** Absences within these days. */
const absencesWithin = (span: { from: number; to: number }): Arbitrary<Omit<Absence, 'id'>> =>
  tuple(spans(span), constantFrom(...ABSENCE_KINDS), shares).map(([dates, kind, share]) => ({
    ...dates,
    kind,
    share,
  }))

/** Any period without problems, with one more absence within it. */
const periodsWithAbsence: Arbitrary<{ period: Omit<ServicePeriod, 'id'>; more: Absence }> = spans({
  from: FIRST,
  to: LAST,
}).chain((dates) => {
  const span = { from: dayNumber(dates.startsOn), to: dayNumber(dates.endsOn) }
  const named =
    <Of extends IdKind>(_of: Of) =>
    <Row>(rows: readonly Row[]) =>
      rows.map((row, i) => ({ ...row, id: brandId<Of>(`row ${i}`) }))
  return record({
    period: record({
      kind: constantFrom(...PERIOD_KINDS),
      fte: shares,
      startsOn: constant(dates.startsOn),
      endsOn: constant(dates.endsOn),
      confirmed: integer({ min: 0, max: 3 }).map((one) => one > 0),
      absences: array(absencesWithin(span), { maxLength: 4 }).map(named('Absence')),
      unsupervisedPeriods: array(spans(span), { maxLength: 1 }).map(named('UnsupervisedPeriod')),
    }),
    more: absencesWithin(span).map((absence) => ({ ...absence, id: brandId<'Absence'>('more') })),
  })
})

export const lives = array(periodsWithAbsence, { minLength: 1, maxLength: 7 }).map((all) =>
  all.map(({ period, more }, i) => ({
    period: { ...period, id: brandId<'ServicePeriod'>(`period ${i}`) },
    more,
  })),
)

/** The rules with every choice made in any way, but those that are named. */
export const choices = (...but: readonly RuleCode[]): Arbitrary<readonly ServiceTimeRule[]> => {
  const open = DEFAULT_RULES.filter(
    ({ unit, code }) => (unit === 'READING' || unit === 'SWITCH') && !but.includes(code),
  )
  return tuple(...open.map(({ unit }) => (unit === 'READING' ? constantFrom(1, 2) : constantFrom(0, 1)))).map(
    (values) =>
      DEFAULT_RULES.map((rule) => ({ ...rule, value: values[open.indexOf(rule)] ?? rule.value })).concat(
        LEAST_SHARE,
      ),
  )
}

const LEAST_SHARE: ServiceTimeRule = {
  code: 'MINIMUM_FTE',
  value: 30,
  unit: 'PERCENT',
  kinds: ['COMMUNITY_MEDICINE'],
  source: '',
  validFrom: '2019-03-01',
  validTo: '2022-12-31',
}
