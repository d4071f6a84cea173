import type { Period } from './ending.ts'

/** The days of a period, both inclusive; the last is null while it runs. */
export type Days = Pick<Period, 'validFrom' | 'validTo'>

const endsBefore = (a: Days, b: Days): boolean => a.validTo !== null && a.validTo < b.validFrom

/** Whether two periods have a day in common. The last day counts: what begins on it overlaps. */
export const overlaps = (a: Days, b: Days): boolean => !endsBefore(a, b) && !endsBefore(b, a)
