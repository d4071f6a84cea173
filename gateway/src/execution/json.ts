export type JsonObject = Record<string, unknown>

export const isJsonObject = (value: unknown): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** `__proto__` is a legal response name: it must become a property like any other. */
export function setOwn(target: JsonObject, key: string, value: unknown): void {
  if (key === '__proto__')
    Object.defineProperty(target, key, { value, configurable: true, enumerable: true, writable: true })
  else target[key] = value
}

export const getOwn = (object: JsonObject, key: string): unknown =>
  Object.hasOwn(object, key) ? object[key] : undefined

/** Merges what one fetch gave into what is known. Lists of equal length are merged element by element. */
export function mergeInto(target: JsonObject, source: JsonObject): void {
  for (const key of Object.keys(source)) {
    const value = source[key]
    if (value === undefined) continue
    const known = getOwn(target, key)
    if (known && isJsonObject(value)) mergeInto(known as JsonObject, value)
    else if (Array.isArray(value) && Array.isArray(known) && value.length === known.length)
      mergeLists(known, value)
    else setOwn(target, key, value)
  }
}

function mergeLists(target: unknown[], source: readonly unknown[]): void {
  for (const [index, value] of source.entries()) {
    const known = target[index]
    if (isJsonObject(known) && isJsonObject(value)) mergeInto(known, value)
    else target[index] = value
  }
}

/** An independent copy, so that one answer can stand in several places that are then filled differently. */
export function copyJson(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(copyJson)
  if (!isJsonObject(value)) return value
  const copy: JsonObject = {}
  for (const key of Object.keys(value)) setOwn(copy, key, copyJson(value[key]))
  return copy
}
