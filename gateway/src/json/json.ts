import { PreciseNumber } from './precise-number.ts'

export type JsonObject = Record<string, unknown>

/** An object of JSON: neither a list, nor a number that only the program holds as an object. */
export const isJsonObject = (value: unknown): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value) && !(value instanceof PreciseNumber)

/** `__proto__` is a legal response name: it must become a property like any other. */
export function setOwn(target: JsonObject, key: string, value: unknown): void {
  if (key === '__proto__')
    Object.defineProperty(target, key, { value, configurable: true, enumerable: true, writable: true })
  else target[key] = value
}

/** What every object has besides its own: asking whether it is own costs as much again as reading it. */
const INHERITED: ReadonlySet<string> = new Set(Object.getOwnPropertyNames(Object.prototype))

export const getOwn = (object: JsonObject, key: string): unknown =>
  !INHERITED.has(key) || Object.hasOwn(object, key) ? object[key] : undefined

/**
 * Merges what one fetch gave into what is known. Lists of equal length are merged element by element. A null says
 * only that this subgraph has nothing there: it never takes what another gave, whichever of them is first.
 */
export function mergeInto(target: JsonObject, source: JsonObject): void {
  for (const key of Object.keys(source)) {
    const value = source[key]
    if (value !== undefined) setOwn(target, key, merged(getOwn(target, key), value))
  }
}

function merged(known: unknown, value: unknown): unknown {
  if (value === null) return known ?? null
  if (isJsonObject(known) && isJsonObject(value)) mergeInto(known, value)
  else if (Array.isArray(known) && Array.isArray(value) && known.length === value.length)
    for (const [index, element] of value.entries()) known[index] = merged(known[index], element)
  else return value
  return known
}

/** An independent copy, so that one answer can stand in several places that are then filled differently. */
export function copyJson(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(copyJson)
  if (!isJsonObject(value)) return value
  const copy: JsonObject = {}
  for (const key of Object.keys(value)) setOwn(copy, key, copyJson(value[key]))
  return copy
}
