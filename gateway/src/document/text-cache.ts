import { LRUCache } from 'lru-cache'

/** In characters: parsed and planned, also the shortest text takes some kilobytes (7 to 11 were measured). */
const AROUND_A_TEXT = 2_000

/** What a text weighs that something is kept for, so that many short ones do not take memory without bound. */
export const weightOf = (text: string): number => text.length + AROUND_A_TEXT

/** What is kept for texts that were used last, bounded by the total weight of these. */
export const textCache = <Value extends object>(capacity: number): LRUCache<string, Value> =>
  new LRUCache({ maxSize: capacity, sizeCalculation: (_value, text) => weightOf(text) })
