/** In characters: parsed and planned, also the shortest text takes some kilobytes (7 to 11 were measured). */
const AROUND_A_TEXT = 2_000

/** What a text weighs that something is kept for, so that many short ones do not take memory without bound. */
export const weightOf = (text: string): number => text.length + AROUND_A_TEXT

/** Keeps what was used last, bounded by the total weight of what it keeps. */
export class Lru<Value> {
  readonly #entries = new Map<string, { value: Value; weight: number }>()
  readonly #capacity: number
  #weight = 0

  constructor(capacity: number) {
    this.#capacity = capacity
  }

  get(key: string): Value | undefined {
    const entry = this.#entries.get(key)
    if (!entry) return undefined
    this.#entries.delete(key)
    this.#entries.set(key, entry)
    return entry.value
  }

  set(key: string, value: Value, weight: number): void {
    this.delete(key)
    this.#entries.set(key, { value, weight })
    this.#weight += weight
    for (const oldest of this.#entries.keys()) {
      if (this.#weight <= this.#capacity) return
      this.delete(oldest)
    }
  }

  delete(key: string): boolean {
    this.#weight -= this.#entries.get(key)?.weight ?? 0
    return this.#entries.delete(key)
  }
}
