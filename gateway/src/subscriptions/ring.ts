/** The newest events of a stream, for those who join with a position that lies a little back. */
export class Ring {
  readonly #capacity: number
  #events: { readonly cursor: string; readonly payload: string }[] = []
  #start: string | null

  /** `start`: the position after which the stream was opened, if it is known. */
  constructor(capacity: number, start: string | null) {
    this.#capacity = capacity
    this.#start = start
  }

  /** Says where a stream that was opened "from now on" stands: from here on it is whole. */
  begin(position: string) {
    this.#start ??= position
  }

  push(cursor: string, payload: string) {
    if (this.#start === null) return this.begin(cursor)
    this.#events.push({ cursor, payload })
    if (this.#events.length > this.#capacity) this.#start = this.#events.shift()?.cursor ?? this.#start
  }

  /** Whether everything after this position is either in the ring or yet to come. Never a guess. */
  covers(after: string): boolean {
    return this.#start !== null && after.length === this.#start.length && after >= this.#start
  }

  /** The payloads after a position that the ring covers, oldest first. */
  *after(position: string): Generator<{ readonly cursor: string; readonly payload: string }> {
    for (const event of this.#events) if (event.cursor > position) yield event
  }
}
