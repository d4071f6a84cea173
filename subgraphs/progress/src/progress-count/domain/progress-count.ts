/** How many of how many are done. */
export interface Count {
  readonly done: number
  readonly total: number
}

/** Whole and rounded down, so that 100 means all of them; 0 of none. */
export const percent = ({ done, total }: Count): number =>
  total === 0 ? 0 : Math.floor((100 * done) / total)
