/** A column that a row in this status has: the state machine and the CHECKs of its table make it so. */
export function present<T>(value: T | null): T {
  if (value === null) throw new Error('a row lacks what its status has')
  return value
}
