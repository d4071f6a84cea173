import { Opaque } from './opaque.ts'

declare global {
  interface JSON {
    /** JSON text that JSON.stringify writes unchanged (ECMA-262, JSON.parse source text access). */
    rawJSON(text: string): object
  }
}

/** A number of JSON that JavaScript's own would change: beyond 2^53, or with more digits than a double holds. */
export class PreciseNumber extends Opaque {
  /** The number as it was written. */
  readonly source: string

  constructor(source: string) {
    super()
    this.source = source
  }

  /** JSON.stringify writes the digits again as they came. */
  toJSON(): object {
    return JSON.rawJSON(this.source)
  }

  /** The nearest double, for comparisons. */
  override valueOf(): number {
    return Number(this.source)
  }
}
