/** What a walk over a whole graph came to. */
export interface Walked {
  readonly cases: number
  /** What went otherwise than it should, a line each. */
  readonly faults: readonly string[]
}
