export interface SharedReads {
  /**
   * Joins a read of the same key that is under way, unless a write has ended since it began. The signal that
   * `start` gets is aborted when all who wait for the read have left.
   */
  read<Answer>(
    key: string,
    leaving: AbortSignal,
    start: (signal: AbortSignal) => Promise<Answer>,
  ): Promise<Answer>
  /** Never shared. What it answers with may be another kind of answer, by another executor. */
  write<Written>(start: () => Promise<Written>): Promise<Written>
}

interface UnderWay<Answer> {
  readonly answer: Promise<Answer>
  readonly abort: AbortController
  waiting: number
}

/** Waits for a read, and counts the waiting clients: the last one that leaves aborts it. */
function wait<Answer>(read: UnderWay<Answer>, leaving: AbortSignal): Promise<Answer> {
  read.waiting++
  const leave = () => {
    if (--read.waiting === 0) read.abort.abort()
  }
  if (leaving.aborted) leave()
  else leaving.addEventListener('abort', leave, { once: true })
  return read.answer
}

/**
 * Executes equal reads that overlap once. A client must see its own write: a read that began before a write ended is
 * not joined afterwards, whoever wrote. The key must differ between actors.
 */
export function createSharedReads(): SharedReads {
  let joinable = new Map<string, UnderWay<unknown>>()
  return {
    read<Answer>(key: string, leaving: AbortSignal, start: (signal: AbortSignal) => Promise<Answer>) {
      const known = joinable.get(key)
      if (known && !known.abort.signal.aborted) return wait(known as UnderWay<Answer>, leaving)
      const all = joinable
      const abort = new AbortController()
      const answer = start(abort.signal).finally(() => all.get(key)?.abort === abort && all.delete(key))
      const begun = { answer, abort, waiting: 0 }
      all.set(key, begun)
      return wait(begun, leaving)
    },
    async write(start) {
      try {
        return await start()
      } finally {
        joinable = new Map()
      }
    },
  }
}
