import { osloDay } from '@kompetanse/calendar/day'
import { instantOf, wallClock } from '@kompetanse/calendar/wall-clock'
import { weeksOf, type SeriesRule } from '../domain/series.ts'

const WEEK = 7 * 86_400_000

/** So many weeks later, at the same time of day: on Thursdays at 14.00 it is at 14.00 in winter and in summer. */
const weeksLater = (instant: Date, weeks: number): Date =>
  instantOf(new Date(wallClock(instant).getTime() + weeks * WEEK))

/** When the conversations of a series begin, at the same time of day in Oslo; null when the rule makes no series. */
export const timesOf = (rule: SeriesRule, first: Date): readonly Date[] | null =>
  weeksOf(rule, osloDay(first))?.map((weeks) => weeksLater(first, weeks)) ?? null
