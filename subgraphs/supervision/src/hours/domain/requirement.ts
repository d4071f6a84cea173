/**
 * How many hours of individual supervision a year asks for: 42 in full time for ALM (spesialistforskriften § 2 third
 * paragraph), fewer in proportion when part-time, day by day. Rules are dated data; what is in force on a day counts
 * on that day.
 */
import { addDays } from '@kompetanse/calendar/day'
import { runsOn } from '@kompetanse/calendar/period'
import { lengthOf, type Span } from './days.ts'

export interface HoursRule {
  /** Hours in a whole year of full time. */
  readonly value: number
  readonly validFrom: string
  readonly validTo: string | null
}

export interface Service {
  /** Part of full time, 0 to 1. */
  readonly share: number
  readonly from: string
  readonly to: string | null
}

/** FULL_TIME_ASSUMED: nothing is known of the service, so the whole figure is required. */
export type RequirementBasis = 'SERVICE_PERIODS' | 'FULL_TIME_ASSUMED'

export interface Requirement {
  readonly hours: number
  readonly basis: RequirementBasis
  /** Years of full time that the span holds. */
  readonly fullTimeYears: number
}

/** Later than any day that is asked about, and no day too late to have a next one. */
const FAR = '9999-12-30'

/**
 * The requirement of a span. Who serves at two places at once is at most full time. A year's days weigh alike, leap
 * year or not, so that a whole year asks for the whole figure.
 */
export function requirementOf(
  span: Span,
  rules: readonly HoursRule[],
  service: readonly Service[],
): Requirement {
  const pieces = cut(span, [...rules, ...service].map(toSpan))
  const assumed = service.length === 0
  let hours = 0
  let fullTimeYears = 0
  for (const piece of pieces) {
    const years = lengthOf(piece) / daysIn(piece.from)
    const share = assumed ? 1 : shareOn(piece.from, service)
    fullTimeYears += years * share
    hours += years * share * valueOn(piece.from, rules)
  }
  return { hours, fullTimeYears, basis: assumed ? 'FULL_TIME_ASSUMED' : 'SERVICE_PERIODS' }
}

/** The rule in force on a day. Of two, the later one. */
export function ruleOn<Rule extends HoursRule>(day: string, rules: readonly Rule[]): Rule | undefined {
  const inForce = rules.filter((rule) => runsOn(rule, day))
  return inForce.toSorted((a, b) => b.validFrom.localeCompare(a.validFrom))[0]
}

/** The figure in force on a day; 0 when no rule asks for hours. */
export const valueOn = (day: string, rules: readonly HoursRule[]): number => ruleOn(day, rules)?.value ?? 0

const shareOn = (day: string, service: readonly Service[]): number =>
  Math.min(
    1,
    service
      .filter(({ from: validFrom, to: validTo }) => runsOn({ validFrom, validTo }, day))
      .reduce((sum, { share }) => sum + share, 0),
  )

const toSpan = (dated: HoursRule | Service): Span =>
  'from' in dated
    ? { from: dated.from, to: dated.to ?? FAR }
    : { from: dated.validFrom, to: dated.validTo ?? FAR }

/** The first days of the years that a span touches. */
function newYears({ from, to }: Span): readonly string[] {
  const first = Number(from.slice(0, 4))
  const years = Number(to.slice(0, 4)) - first + 1
  return Array.from({ length: years }, (_, at) => `${first + at}-01-01`)
}

/** The span in pieces within which none of the others begins or ends, nor a year. */
function cut(span: Span, others: readonly Span[]): readonly Span[] {
  const starts = [span, ...others].flatMap(({ from, to }) => [from, addDays(to, 1)]).concat(newYears(span))
  const inside = [...new Set(starts.filter((day) => day >= span.from && day <= span.to))].toSorted()
  return inside.map((from, at) => ({ from, to: addDays(inside[at + 1] ?? addDays(span.to, 1), -1) }))
}

const daysIn = (day: string): number =>
  lengthOf({ from: `${day.slice(0, 4)}-01-01`, to: `${day.slice(0, 4)}-12-31` })
