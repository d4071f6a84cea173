import { refuseText } from '../../conversation/domain/complete.ts'

export type GuidanceRefusal =
  | 'NOT_PERMITTED'
  | 'NOT_IN_THIS_STATE'
  | 'HOURS_INVALID'
  | 'DATE_IN_FUTURE'
  | 'REASON_REQUIRED'
  | 'NATIONAL_ID_FOUND'

/** Hours in whole minutes, at least one and at most a day of them; null for anything else. */
export function minutesOf(hours: number): number | null {
  const minutes = Math.round(hours * 60)
  return minutes >= 1 && minutes <= 1_440 ? minutes : null
}

/** Why guidance of that day cannot be recorded so, or null. */
export function refuseEntry(
  { on, hours, note }: { readonly on: string; readonly hours: number; readonly note: string | null },
  today: string,
): GuidanceRefusal | null {
  if (minutesOf(hours) === null) return 'HOURS_INVALID'
  if (on > today) return 'DATE_IN_FUTURE'
  return refuseText(note) && 'NATIONAL_ID_FOUND'
}

/** Why what was counted cannot be changed for this reason, or null. */
export const refuseReason = (reason: string | null): GuidanceRefusal | null =>
  reason === null ? 'REASON_REQUIRED' : refuseText(reason) && 'NATIONAL_ID_FOUND'
