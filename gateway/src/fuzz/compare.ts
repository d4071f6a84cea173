import type { GraphQLFormattedError } from 'graphql'
import type { ExecutedResult } from '../testing/apollo-executor.ts'

type Path = readonly (string | number)[]

/** How an answer is not the truth. */
export interface Difference {
  readonly kind: 'data' | 'errors'
  readonly expected: string
  readonly actual: string
}

/** The part of an error's path down to the null that it explains; null when the data has a value there. */
function nullPlace(data: unknown, path: Path): Path | null {
  let here = data
  for (const [depth, step] of path.entries()) {
    if (here === null || here === undefined) return path.slice(0, depth)
    here = (here as Record<string | number, unknown>)[step]
  }
  return here === null || here === undefined ? path : null
}

/**
 * Each null that errors explain, with the codes told for it. Where a null has been handed upwards, the specification
 * leaves open which of the errors below are told: then only that it is explained counts.
 */
export function explained({ data, errors = [] }: ExecutedResult): string[] {
  const places = errors.map(({ path, extensions }: GraphQLFormattedError) => {
    const place = nullPlace(data, path ?? [])
    if (!path || place === null) return `unplaced ${JSON.stringify([path, extensions?.['code']])}`
    return `${JSON.stringify(place)} ${place.length === path.length ? String(extensions?.['code']) : 'from below'}`
  })
  return [...new Set(places)].sort()
}

/** Null when an answer is the truth: the same data as text, so in the same order, and the same nulls explained. */
export function difference(truth: ExecutedResult, answer: ExecutedResult): Difference | null {
  const data = { expected: JSON.stringify(truth.data), actual: JSON.stringify(answer.data) }
  if (data.expected !== data.actual) return { kind: 'data', ...data }
  const errors = { expected: explained(truth).join('\n'), actual: explained(answer).join('\n') }
  return errors.expected === errors.actual ? null : { kind: 'errors', ...errors }
}
