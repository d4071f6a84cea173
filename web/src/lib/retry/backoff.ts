type Wait = { readonly first: number; readonly most: number }

/** Milliseconds to wait before the next try, after so many that have failed: twice as long each time, up to `most`. */
export const backoff = (failures: number, { first, most }: Wait): number =>
  Math.min(most, first * 2 ** failures)
