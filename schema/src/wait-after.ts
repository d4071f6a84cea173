export interface Waits {
  readonly first: number
  readonly most: number
}

/** For how long what has failed is left alone: the first wait, and twice as long after each further failure. */
export const waitAfter = (failures: number, { first, most }: Waits): number =>
  Math.min(most, first * 2 ** failures)
