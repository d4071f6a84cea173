import { LRUCache } from 'lru-cache'
import { weightOf } from '../document/text-cache.ts'

/** Weight of documents that are known by their hashes: two thousand at most. A client sends again what is forgotten. */
const CAPACITY = 4_000_000

/**
 * Where Apollo Server keeps the documents that clients name by their hashes. By its own measure, the text alone, a
 * million short ones would be kept.
 */
export function keepPersistedDocuments() {
  const known = new LRUCache<string, string>({ maxSize: CAPACITY, sizeCalculation: weightOf })
  return {
    get: async (hash: string) => known.get(hash),
    set: async (hash: string, document: string) => void known.set(hash, document),
    delete: async (hash: string) => known.delete(hash),
  }
}
