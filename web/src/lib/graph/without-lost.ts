import { CombinedError, type Exchange, mapExchange } from '@urql/core'

type Place = readonly (string | number)[]

/** The nulls that an error explains: at its path, above it where a null was propagated, or all below it. */
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

/** A copy without the values at these places; an element of a list keeps its index, undefined. */
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
 * Keeps a null that an error explains out of the cache: the page of the query shows the part as missing, cached values
 * stay, and the next page fetches it anew. Otherwise one page's missing `viewer` would be missing on all.
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
