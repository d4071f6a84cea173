import { monthsLater } from '@kompetanse/calendar/day'
import type { Activity, Fulfilled, Performed, Signed, Situation } from './activity.ts'

/** The last day on which it counts; null when it counts for ever. */
export const validUntil = (
  { performedOn }: Performed,
  { validMonths }: Pick<Situation, 'validMonths'>,
): string | null => (validMonths === null ? null : monthsLater(performedOn, validMonths))

/** A signed or fulfilled activity as it reads on a day: LAPSED from the day after the last. */
export const onDay = (activity: Signed | Fulfilled, today: string): Activity =>
  activity.validUntil !== null && activity.validUntil < today ? { status: 'LAPSED', was: activity } : activity
