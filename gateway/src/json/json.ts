import { Opaque } from './opaque.ts'

export type JsonObject = Record<string, unknown>

/** An object of JSON: neither a list, nor what only the program holds as an object. */
export const isJsonObject = (value: unknown): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value) && !(value instanceof Opaque)

/** `__proto__` is a legal response name: it must become a property like any other. */
export function setOwn(target: JsonObject, key: string, value: unknown): void {
  if (key === '__proto__')
    Object.defineProperty(target, key, { value, configurable: true, enumerable: true, writable: true })
  else target[key] = value
}

/**
 * The names that every object inherits: only these need the check for an own property, which doubles the cost of a
 * read.
 */
const INHERITED: ReadonlySet<string> = new Set(Object.getOwnPropertyNames(Object.prototype))

export const getOwn = (object: JsonObject, key: string): unknown =>
  !INHERITED.has(key) || Object.hasOwn(object, key) ? object[key] : undefined

/** An independent copy, so that one answer can be in several places that are then filled differently. */
export function copyJson(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(copyJson)
  if (!isJsonObject(value)) return value
  const copy: JsonObject = {}
  for (const key of Object.keys(value)) setOwn(copy, key, copyJson(value[key]))
  return copy
}
