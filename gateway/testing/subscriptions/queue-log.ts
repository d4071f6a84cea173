export interface QueueEvent {
  readonly cursor: string
  readonly queue: string
  readonly number: number
  readonly note: string | null
}

export const cursorOf = (position: number) => position.toString(16).padStart(28, '0')

/** The committed events of a subgraph, in order, and those that wait for more. */
export class QueueLog {
  readonly events: QueueEvent[] = []
  readonly #listeners = new Set<() => void>()
  readonly #ends = new Set<() => void>()
  /** Positions up to here have been cleared away. */
  oldest = 0

  get listeners(): number {
    return this.#listeners.size
  }

  emit(queue: string, note: string | null = null) {
    const number = this.events.length + 1
    this.events.push({ cursor: cursorOf(number), queue, number, note })
    for (const wake of [...this.#listeners]) wake()
  }

  /** The same event once more, as a careless subgraph would send it. */
  repeatLast() {
    const last = this.events.at(-1)
    if (last) this.events.push(last)
    for (const wake of [...this.#listeners]) wake()
  }

  /** Ends every stream as if there were nothing more to come. */
  endAll() {
    for (const end of [...this.#ends]) end()
  }

  /** Everything of a queue, and what only names a position, after a position; `return` acts at once. */
  read(queue: string, after: string | null): AsyncIterableIterator<QueueEvent> {
    let position = after === null ? this.events.length : Number.parseInt(after, 16)
    let waiting: ((step: IteratorResult<QueueEvent>) => void) | null = null
    const take = () => {
      for (; position < this.events.length; position++) {
        const event = this.events[position]
        if (event?.queue === queue || event?.queue === 'position') return this.events[position++]
      }
      return undefined
    }
    const wake = () => {
      const event = waiting && take()
      if (!event) return
      waiting?.({ done: false, value: event })
      waiting = null
    }
    const end = () => {
      this.#listeners.delete(wake)
      this.#ends.delete(end)
      waiting?.({ done: true, value: undefined })
    }
    this.#listeners.add(wake)
    this.#ends.add(end)
    return {
      next: () =>
        new Promise((resolve) => {
          waiting = resolve
          wake()
        }),
      return: async () => {
        end()
        return { done: true, value: undefined }
      },
      [Symbol.asyncIterator]() {
        return this
      },
    }
  }
}
