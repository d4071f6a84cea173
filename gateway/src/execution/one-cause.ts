import type { SubgraphError } from '../subgraph/subgraph-answer.ts'
import type { JsonObject } from '../json/json.ts'
import type { CompletionError } from './completion.ts'

type Path = readonly (string | number)[]

/** What makes two errors the same failure of one subgraph at a place. */
export const causeOf = ({ serviceName, message, extensions }: SubgraphError, place: Path | null): string =>
  JSON.stringify([serviceName, place, message, extensions?.['code'] ?? null])

/**
 * Keeps one error of each cause: the same failure of one subgraph at one place is one error, however many fetches or
 * representations it affected. The first is kept, since it is nearest to the cause.
 */
export function oncePerCause(errors: readonly SubgraphError[]): readonly SubgraphError[] {
  const kept = new Map<string, SubgraphError>()
  for (const error of errors) {
    const cause = causeOf(error, error.path ?? null)
    if (!kept.has(cause)) kept.set(cause, error)
  }
  return [...kept.values()]
}

/** How many steps of a path lead to the first null of an answer, or to the end of the path. */
function depthIn(data: unknown, path: Path): number {
  let here = data
  for (const [depth, step] of path.entries()) {
    if (here === null || here === undefined) return depth
    here = (here as Readonly<Record<string | number, unknown>>)[step]
  }
  return path.length
}

/** The null of an answer that a path leads to, or the whole path. */
const nullIn = (data: JsonObject | null, { path = [] }: SubgraphError): string =>
  JSON.stringify(path.slice(0, depthIn(data, path)))

/**
 * Takes the place from those of a fetch that lead to a null which another error explains: what the fetch lost was left
 * out with the object around it, and is not why that is null.
 */
export function withoutExplained(
  data: JsonObject | null,
  ofFetches: readonly SubgraphError[],
  others: readonly SubgraphError[],
): readonly SubgraphError[] {
  const explained = new Set(others.filter(({ path }) => path).map((error) => nullIn(data, error)))
  return ofFetches.map((error) => {
    const { path, ...rest } = error
    return path && explained.has(nullIn(data, error)) ? rest : error
  })
}

/**
 * Keeps one error of lost fields for each null of the answer, the last, since several may have made the same object
 * null. Drops those at a null that another error explains.
 */
export function oncePerNull(
  data: JsonObject | null,
  lost: readonly SubgraphError[],
  others: readonly SubgraphError[],
): readonly SubgraphError[] {
  const explained = new Set(others.map((error) => nullIn(data, error)))
  const byNull = new Map(lost.map((error) => [nullIn(data, error), error]))
  return [...byNull].flatMap(([at, error]) => (explained.has(at) ? [] : [error]))
}

/** The nulls that no error explains: none at their place, above it or below it. */
export function unexplained(
  nulls: readonly CompletionError[],
  errors: readonly SubgraphError[],
): readonly CompletionError[] {
  const explained = (at: Path) => errors.some(({ path }) => path && isOnOnePath(at, path))
  return nulls.filter(({ path }) => !explained(path))
}

/** Whether one of the two places is the other or contains it. */
function isOnOnePath(one: Path, other: Path): boolean {
  const length = Math.min(one.length, other.length)
  for (let at = 0; at < length; at++) if (one[at] !== other[at]) return false
  return true
}
