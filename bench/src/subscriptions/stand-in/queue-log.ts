export interface QueueEntry {
  readonly cursor: string
  readonly activityId: string
  readonly version: number
}

export const cursorAt = (position: number): string => position.toString(16).padStart(28, '0')

/** Everybody's queues in memory, in one order of commits. */
export class QueueLog {
  readonly #entries: { readonly person: string; readonly entry: QueueEntry }[] = []
  readonly #listeners = new Map<string, Set<(entry: QueueEntry) => void>>()

  get end(): number {
    return this.#entries.length
  }

  append(person: string): QueueEntry {
    const version = this.#entries.length + 1
    const entry = { cursor: cursorAt(version), activityId: `activity of ${person}`, version }
    this.#entries.push({ person, entry })
    for (const listener of this.#listeners.get(person) ?? []) listener(entry)
    return entry
  }

  /** A person's entries after a position, then those to come; `return` acts at once. */
  read(person: string, after: string | null): AsyncIterableIterator<QueueEntry> {
    const start = after === null ? this.end : Number.parseInt(after, 16)
    const ready = this.#entries.slice(start).flatMap((each) => (each.person === person ? [each.entry] : []))
    let waiting: ((step: IteratorResult<QueueEntry>) => void) | null = null
    const listener = (entry: QueueEntry) => {
      if (waiting) waiting({ done: false, value: entry })
      else ready.push(entry)
      waiting = null
    }
    const listeners = this.#listeners.get(person) ?? new Set()
    this.#listeners.set(person, listeners.add(listener))
    return {
      next: () => {
        const entry = ready.shift()
        if (entry) return Promise.resolve({ done: false, value: entry })
        return new Promise((resolve) => (waiting = resolve))
      },
      return: () => {
        listeners.delete(listener)
        waiting?.({ done: true, value: undefined })
        return Promise.resolve({ done: true, value: undefined })
      },
      [Symbol.asyncIterator]() {
        return this
      },
    }
  }
}
