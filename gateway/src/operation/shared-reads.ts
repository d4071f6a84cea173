export interface SharedReads<Answer> {
  /** Joins a read of the same key that is under way, unless something was written since it began. */
  read(key: string, start: () => Promise<Answer>): Promise<Answer>
  /** Never shared. */
  write(start: () => Promise<Answer>): Promise<Answer>
}

/**
 * Reads that meet are executed once. Who has written must read what was written: a read that began before a
 * write ended is not joined afterwards, whoever wrote. The key must tell actors apart.
 */
export function createSharedReads<Answer>(): SharedReads<Answer> {
  let underWay = new Map<string, Promise<Answer>>()
  return {
    read(key, start) {
      const known = underWay.get(key)
      if (known) return known
      const joinable = underWay
      const begun = start().finally(() => joinable.delete(key))
      joinable.set(key, begun)
      return begun
    },
    async write(start) {
      try {
        return await start()
      } finally {
        underWay = new Map()
      }
    },
  }
}
