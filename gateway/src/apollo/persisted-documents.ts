import { LRUCache } from 'lru-cache'
import { weightOf } from '../document/text-cache.ts'

/** Weight of documents that clients have made known: two thousand at most. A client sends again what is forgotten. */
const CAPACITY = 4_000_000

/** What Apollo Server puts before a hash. */
const PREFIX = 'apq:'

/**
 * Where Apollo Server looks for documents that clients name by their hashes: what is registered, hash → text, and what
 * has been sent together with its hash. By Apollo's own measure, the text alone, a million short ones would be kept.
 */
export function keepPersistedDocuments(registered: ReadonlyMap<string, string>) {
  const known = new LRUCache<string, string>({ maxSize: CAPACITY, sizeCalculation: weightOf })
  return {
    get: async (key: string) => registered.get(key.slice(PREFIX.length)) ?? known.get(key),
    set: async (key: string, document: string) => void known.set(key, document),
    delete: async (key: string) => known.delete(key),
  }
}
