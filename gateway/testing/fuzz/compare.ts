import type { ExecutedResult } from '../apollo-executor.ts'

type Path = readonly (string | number)[]

/** How an answer is not the truth. */
export interface Difference {
  readonly kind: 'data' | 'errors'
  readonly expected: string
  readonly actual: string
}

/** Where an error's path ends: at a null that it explains, at a value, or outside the client's selection. */
type Ending =
  | { readonly kind: 'null'; readonly place: Path }
  | { readonly kind: 'value' }
  | { readonly kind: 'unselected' }

function follow(data: unknown, path: Path): Ending {
  let here = data
  for (const [depth, step] of path.entries()) {
    if (here === null) return { kind: 'null', place: path.slice(0, depth) }
    if (typeof here !== 'object' || !Object.hasOwn(here as object, step)) return { kind: 'unselected' }
    here = (here as Readonly<Record<string | number, unknown>>)[step]
  }
  return here === null ? { kind: 'null', place: path } : { kind: 'value' }
}

/**
 * Each null that errors explain, with the codes of these errors. Where a null has propagated upwards, the specification
 * leaves open which of the errors below are reported: then only that it is explained counts. An error outside the
 * selection counts for nothing: of an object whose type is unknown so far a subgraph is sent more than the client
 * selects.
 */
function explained({ data = null, errors = [] }: ExecutedResult): string[] {
  const explanations = errors.flatMap(({ path = [], extensions }) => {
    const ending = follow(data, path)
    if (ending.kind === 'unselected') return []
    if (ending.kind !== 'null') return [`no null at ${JSON.stringify(path)}`]
    const { place } = ending
    const reason = place.length === path.length ? String(extensions?.['code']) : 'from below'
    return [`${JSON.stringify(place)} ${reason}`]
  })
  return [...new Set(explanations)].sort()
}

const textOf = (data: unknown) => (data === undefined ? 'no data' : JSON.stringify(data))

/** The same JSON with the keys of every object in the order of the alphabet. */
function inAlphabet(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(inAlphabet)
  if (typeof value !== 'object' || value === null) return value
  const entries = Object.entries(value).sort(([one], [other]) => (one < other ? -1 : 1))
  return Object.fromEntries(entries.map(([name, each]) => [name, inAlphabet(each)]))
}

const unordered = ({ data, ...rest }: ExecutedResult): ExecutedResult => ({
  ...rest,
  ...(data !== undefined && { data: inAlphabet(data) as ExecutedResult['data'] & object }),
})

/** The same, but for the order of fields. */
export const unorderedDifference = (truth: ExecutedResult, answer: ExecutedResult): Difference | null =>
  difference(unordered(truth), unordered(answer))

/** Null when an answer is the truth: the same data as text, so in the same order, and the same nulls explained. */
export function difference(truth: ExecutedResult, answer: ExecutedResult): Difference | null {
  const data = { expected: textOf(truth.data), actual: textOf(answer.data) }
  if (data.expected !== data.actual) return { kind: 'data', ...data }
  const errors = { expected: explained(truth).join('\n'), actual: explained(answer).join('\n') }
  return errors.expected === errors.actual ? null : { kind: 'errors', ...errors }
}
