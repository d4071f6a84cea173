import { CombinedError, type Exchange, mapExchange } from '@urql/core'

type Place = readonly (string | number)[]

/** The nulls that an error stands for: at its path, above it where a null was handed upwards, or all below it. */
const nullsOf = (value: unknown, path: Place, place: Place = []): Place[] => {
  if (value === null) return [place]
  if (typeof value !== 'object') return []
  const [next, ...rest] = path
  const steps = next === undefined ? Object.keys(value) : [next]
  return steps.flatMap((step) => {
    const at = Array.isArray(value) ? Number(step) : step
    return nullsOf((value as Record<string | number, unknown>)[at], rest, [...place, at])
  })
}

/** A copy without what stands at the places; an element of a list keeps its place, empty. */
const without = (data: unknown, places: readonly Place[]): unknown => {
  const copy: unknown = structuredClone(data)
  for (const place of places) {
    let parent = copy
    for (const step of place.slice(0, -1)) parent = (parent as Record<string | number, unknown>)[step]
    if (!Array.isArray(parent)) delete (parent as Record<string | number, unknown>)[place.at(-1) ?? '']
  }
  return copy
}

/**
 * A null that an error stands for is not told to the cache: the page that asked draws it as missing, what was known
 * before stays known, and the next page asks anew. Without it one page's missing `viewer` would be everybody's.
 */
export const withoutLost: Exchange = mapExchange({
  onResult(result) {
    const { operation, data, error } = result
    if (!data || !error || operation.kind !== 'query') return result
    const lost = error.graphQLErrors.flatMap(({ message, path, extensions }) =>
      path ? nullsOf(data, path).map((each) => ({ message, path: each, extensions })) : [],
    )
    if (lost.length === 0) return result
    const graphQLErrors = [...error.graphQLErrors, ...lost]
    return {
      ...result,
      data: without(
        data,
        lost.map(({ path }) => path),
      ),
      error: new CombinedError({ graphQLErrors, response: error.response }),
    }
  },
})
