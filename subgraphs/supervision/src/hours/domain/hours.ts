import { daysOf, overlap, yearSpan, type Span } from './days.ts'
import { requirementOf, type HoursRule, type RequirementBasis, type Service } from './requirement.ts'

/** What is known of a trainee's supervision, to make a year's account of. */
export interface Known {
  readonly today: string
  /** The figures for the trainee's track; none where the regulation names no hours. */
  readonly rules: readonly HoursRule[]
  readonly service: readonly Service[]
  /** Days that service time says were without supervision. */
  readonly unsupervised: readonly Span[]
  /** When training began. */
  readonly since: string | null
  readonly minutes: readonly Minutes[]
}

export interface Minutes {
  readonly year: number
  readonly individual: number
  readonly group: number
}

export interface RunningAccount {
  readonly since: string
  readonly hours: number
  readonly required: number
  /** Hours per year of full time; null before the first day of service. */
  readonly averagePerYear: number | null
  readonly met: boolean
}

export interface YearAccount {
  readonly hours: number
  readonly groupHours: number
  /** The three are null where the regulation names no hours for the track. */
  readonly required: number | null
  /** What was to be expected by today; the year's when it is over. */
  readonly requiredSoFar: number | null
  readonly met: boolean | null
  readonly basis: RequirementBasis
  readonly unsupervisedDays: number
  /** Since training began, up to the end of the year or today: more at the start and less later is allowed. */
  readonly running: RunningAccount | null
}

/** One year's hours of individual supervision against what is required. */
export function accountOf(year: number, known: Known): YearAccount {
  const { rules, service, minutes, today } = known
  const span = yearSpan(year)
  const end = today < span.to ? today : span.to
  const of = minutes.find((row) => row.year === year)
  const hours = (of?.individual ?? 0) / 60
  const whole = requirementOf(span, rules, service)
  const isRequired = rules.length > 0
  const soFar = requirementOf({ from: span.from, to: end }, rules, service).hours
  return {
    hours,
    groupHours: (of?.group ?? 0) / 60,
    required: isRequired ? whole.hours : null,
    requiredSoFar: isRequired ? soFar : null,
    met: isRequired ? reaches(hours, whole.hours) : null,
    basis: whole.basis,
    unsupervisedDays: daysWithin(span, known.unsupervised),
    running: isRequired ? runningUntil(end, year, known) : null,
  }
}

function runningUntil(
  end: string,
  year: number,
  { since, rules, service, minutes }: Known,
): RunningAccount | null {
  const starts = [since, ...service.map(({ from }) => from)].flatMap((day) => day ?? [])
  const first = starts.toSorted()[0]
  if (first === undefined || first > end) return null
  const individual = minutes.filter((row) => row.year <= year).reduce((sum, row) => sum + row.individual, 0)
  const { hours: required, fullTimeYears } = requirementOf({ from: first, to: end }, rules, service)
  const hours = individual / 60
  const averagePerYear = fullTimeYears > 0 ? hours / fullTimeYears : null
  return { since: first, hours, required, averagePerYear, met: reaches(hours, required) }
}

// A requirement in proportion is no whole number of minutes; half a minute is not what anybody lacks.
const reaches = (hours: number, required: number): boolean => hours * 60 >= required * 60 - 0.5

/** How many days of the span lie in any of the others, each counted once. */
const daysWithin = (span: Span, others: readonly Span[]): number =>
  new Set(others.flatMap((other) => daysOf(overlap(span, other)))).size
