import type { Day } from './day.ts'

/** The days of a period, both inclusive; the last is null while it runs. */
export interface Days<On extends Day | Date = Day> {
  readonly validFrom: On
  readonly validTo: On | null
}

type LastDay<On extends Day | Date> = Pick<Days<On>, 'validTo'>

/** Whether its last day is before that one. Days as text, or as the columns of a row. */
export const endsBefore = <On extends Day | Date>({ validTo }: LastDay<On>, day: NoInfer<On>): boolean =>
  validTo !== null && validTo < day

/** Whether it runs on a day: begun, and not ended before it. The last day counts. */
export const runsOn = <On extends Day | Date>(period: Days<On>, day: NoInfer<On>): boolean =>
  period.validFrom <= day && !endsBefore(period, day)

/** Whether two have a day in common. The last day counts: what begins on it overlaps. */
export const overlaps = (a: Days, b: Days): boolean =>
  !endsBefore(a, b.validFrom) && !endsBefore(b, a.validFrom)
