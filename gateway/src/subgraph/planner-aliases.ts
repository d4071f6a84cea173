import { isJsonObject, setOwn, type JsonObject } from '../json/json.ts'

/** What the planner adds to a response name where two fields of one fetch could not share it. */
const ALIAS = /__alias_\d+$/

/** Of a response name in a fetch, the one that it has in the answer. */
export type NameOf = (name: string) => string

/** The client's response name for one that the planner renamed. */
export const renamedBack: NameOf = (name) => name.replace(ALIAS, '')

/**
 * Names the values of a fetch as the client does, in place. Apollo's executor does it too, but loses 0, "" and false on
 * the way; this leaves it nothing to do. A null takes no value that is there under the name already.
 */
export function renameKeptAliases(value: unknown): void {
  if (Array.isArray(value)) return value.forEach(renameKeptAliases)
  if (!isJsonObject(value)) return
  for (const key of Object.keys(value)) {
    renameKeptAliases(value[key])
    const name = renamedBack(key)
    if (name === key) continue
    moveKey(value, key, name)
  }
}

/** Moves a value to another key of its object; a null does not move over what is there. */
export function moveKey(object: JsonObject, from: string, to: string): void {
  if (!Object.hasOwn(object, from)) return
  const value = object[from]
  delete object[from]
  const keeps = (value === null || value === undefined) && Object.hasOwn(object, to)
  if (!keeps) setOwn(object, to, value)
}
