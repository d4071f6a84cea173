import { getOwn, isJsonObject, setOwn, type JsonObject } from '../json/json.ts'
import { loseIn, Lost } from './lost.ts'

/**
 * Merges the data of one fetch into the answer. Lists of equal length are merged element by element. A null means
 * that this subgraph has no value there: it never replaces another subgraph's value, whichever comes first.
 */
export function mergeInto(target: JsonObject, source: JsonObject): void {
  for (const key of Object.keys(source)) {
    const value = source[key]
    if (value !== undefined) setOwn(target, key, merged(getOwn(target, key), value))
  }
}

function merged(known: unknown, value: unknown): unknown {
  if (value === null) return known ?? null
  if (known instanceof Lost) return loseIn(value, known)
  if (isJsonObject(known) && isJsonObject(value)) mergeInto(known, value)
  else if (Array.isArray(known) && Array.isArray(value) && known.length === value.length)
    for (const [index, element] of value.entries()) known[index] = merged(known[index], element)
  else return value
  return known
}
