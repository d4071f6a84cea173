import { isNewer, type Position } from '../plan/position.ts'

interface Kept {
  readonly cursor: Position
  readonly payload: string
}

/** The newest events of a stream, for listeners that join with a position a little behind. */
export class Ring {
  readonly #capacity: number
  #events: Kept[] = []
  #start: Position | null

  /** `start`: the position after which the stream was opened, if it is known. */
  constructor(capacity: number, start: Position | null) {
    this.#capacity = capacity
    this.#start = start
  }

  /** Sets where a stream without a start position begins: from here on its events are complete. */
  begin(position: Position) {
    this.#start ??= position
  }

  push(cursor: Position, payload: string) {
    if (this.#start === null) return this.begin(cursor)
    this.#events.push({ cursor, payload })
    if (this.#events.length > this.#capacity) this.#start = this.#events.shift()?.cursor ?? this.#start
  }

  /** Whether everything after this position is either in the ring or yet to come. Never a guess. */
  covers(after: Position): boolean {
    return this.#start !== null && after.length === this.#start.length && !isNewer(this.#start, after)
  }

  /** The payloads after a position that the ring covers, oldest first. */
  *after(position: Position): Generator<Kept> {
    for (const event of this.#events) if (isNewer(event.cursor, position)) yield event
  }
}
