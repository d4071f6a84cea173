import { osloDay } from '@kompetanse/directory/day'
import { weeksOf, type SeriesRule } from '../domain/series.ts'
import { weeksLater } from './oslo-time.ts'

/** When the conversations of a series begin, at the same time of day in Oslo; null when the rule makes no series. */
export const timesOf = (rule: SeriesRule, first: Date): readonly Date[] | null =>
  weeksOf(rule, osloDay(first))?.map((weeks) => weeksLater(first, weeks)) ?? null
