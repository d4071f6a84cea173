import { addDays, daysFrom, monthsLater } from '@kompetanse/calendar/day'

/** What is counted of a plan. Days are `YYYY-MM-DD` in Europe/Oslo. */
export interface PlanPace {
  readonly goals: number
  /** The day of each approval that is in force, in any order. */
  readonly approvedOn: readonly string[]
  readonly assignedOn: string
  readonly archived: boolean
}

/** Why the forecast has a day, or why it has none. */
export type ForecastBasis = 'PACE' | 'ALL_APPROVED' | 'NONE_APPROVED' | 'TOO_EARLY' | 'ARCHIVED'

/** How many goals were approved at the end of a day. */
export interface PacePoint {
  readonly on: string
  readonly approved: number
}

export interface PlanForecast {
  readonly basis: ForecastBasis
  /** The first day that the pace is measured from. */
  readonly since: string
  readonly approvedSince: number
  readonly remaining: number
  /** The day the last goal is approved at this pace; null unless the basis is PACE. */
  readonly doneOn: string | null
  /** From the beginning of the plan until today, at most one point a month. */
  readonly curve: readonly PacePoint[]
}

/** The pace is that of the last year; of the whole plan while it is younger. */
const MEASURED_MONTHS = 12
/** A few weeks say nothing about years: with less than this behind it, a plan has no day. */
const LEAST_DAYS = 90

/**
 * When a plan is done if goals go on being approved as fast as they were (F020, F038, F060): the days measured, shared
 * by the goals approved in them, times the goals that remain, rounded up to a whole day.
 */
export function forecast(plan: PlanPace, today: string): PlanForecast {
  const approvedOn = [...plan.approvedOn].sort()
  const begun = earliest(plan.assignedOn, approvedOn[0] ?? today)
  const since = latest(begun, addDays(monthsLater(today, -MEASURED_MONTHS), 1))
  const approvedSince = approvedOn.filter((day) => day >= since).length
  const remaining = plan.goals - approvedOn.length
  const days = daysFrom(since, today) + 1
  const basis = basisOf({ archived: plan.archived, remaining, days, approvedSince })
  const ahead = Math.ceil((remaining * days) / approvedSince)
  const doneOn = basis === 'PACE' ? addDays(today, ahead) : null
  return { basis, since, approvedSince, remaining, doneOn, curve: curve(approvedOn, begun, today) }
}

function basisOf(plan: {
  archived: boolean
  remaining: number
  days: number
  approvedSince: number
}): ForecastBasis {
  if (plan.archived) return 'ARCHIVED'
  if (plan.remaining === 0) return 'ALL_APPROVED'
  if (plan.days < LEAST_DAYS) return 'TOO_EARLY'
  return plan.approvedSince === 0 ? 'NONE_APPROVED' : 'PACE'
}

function curve(approvedOn: readonly string[], begun: string, today: string): PacePoint[] {
  const days = [begun]
  for (let month = 1; monthsLater(begun, month) < today; month++) days.push(monthsLater(begun, month))
  if (begun < today) days.push(today)
  return days.map((on) => ({ on, approved: approvedOn.filter((day) => day <= on).length }))
}

const earliest = (one: string, other: string) => (one < other ? one : other)
const latest = (one: string, other: string) => (one > other ? one : other)
