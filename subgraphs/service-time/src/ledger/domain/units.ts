import { SHARE } from '../../statement/domain/share.ts'
import type { DayUnits } from './types.ts'

/** One day of full time: a share of a share. */
export const DAY: DayUnits = SHARE * SHARE

export const unitsOf = (days: number): DayUnits => Math.round(days * DAY)

/** Days of full time, for showing. */
export const toDays = (units: DayUnits): number => units / DAY

/** Hundredths of a percent of an amount, rounded down: in two steps, so that no product outgrows whole numbers. */
export function partOf(units: DayUnits, hundredthsOfPercent: number): DayUnits {
  const whole = Math.floor(units / SHARE)
  return whole * hundredthsOfPercent + Math.floor(((units - whole * SHARE) * hundredthsOfPercent) / SHARE)
}
