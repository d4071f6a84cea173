import { getOwn, isJsonObject, type JsonObject } from '../json/json.ts'
import { Lost } from './lost.ts'

type Path = readonly (string | number)[]

/** A place in the answer under construction. A path through a list means all its elements. */
export interface Cursor {
  readonly path: Path
  readonly data: unknown
  readonly root: JsonObject
}

/** The cursor moved along a path; undefined where the answer has no value there. */
export function moveInto(cursor: Cursor, path: Path): Cursor | undefined {
  const data = flatten(cursor.data, path, 0)
  return data ? { path: [...cursor.path, ...path], data, root: cursor.root } : undefined
}

function flatten(value: unknown, path: Path, at: number): unknown {
  if (at === path.length || value instanceof Lost) return value
  const step = path[at]
  if (step === '@')
    return Array.isArray(value) ? value.flatMap((element) => flatten(element, path, at + 1)) : undefined
  return isJsonObject(value) ? flatten(getOwn(value, String(step)), path, at + 1) : undefined
}

/** The entities at a cursor, without the nulls. */
export const entitiesAt = ({ data }: Cursor): JsonObject[] =>
  (Array.isArray(data) ? (data as unknown[]) : [data]).filter(isJsonObject)

/** The place of a cursor in the client's answer: as far as it is one, before any list. */
export function placeOf({ path }: Cursor): Path {
  const list = path.indexOf('@')
  return list === -1 ? path : path.slice(0, list)
}

/** The path of each entity in `entitiesAt`, with indexes where the cursor has '@'. Worked out only for errors. */
export function pathsAt({ path, root }: Cursor): Path[] {
  const paths: Path[] = []
  const walk = (value: unknown, at: number, walked: Path): void => {
    if (Array.isArray(value))
      return value.forEach((element, index) => walk(element, at + 1, [...walked, index]))
    if (!isJsonObject(value)) return
    if (at === path.length) return void paths.push(walked)
    const step = String(path[at])
    walk(getOwn(value, step), at + 1, [...walked, step])
  }
  walk(root, 0, [])
  return paths
}

/** What is lost on the way to a cursor, and the names that would have followed. */
export function lostAt({ path, root }: Cursor): { readonly lost: Lost; readonly below: readonly string[] }[] {
  const names = path.filter((step) => step !== '@').map(String)
  const found: { lost: Lost; below: string[] }[] = []
  const walk = (value: unknown, at: number): void => {
    if (value instanceof Lost) found.push({ lost: value, below: names.slice(at) })
    else if (Array.isArray(value)) for (const element of value) walk(element, at)
    else if (isJsonObject(value) && at < names.length) walk(getOwn(value, names[at] ?? ''), at + 1)
  }
  walk(root, 0)
  return found
}
