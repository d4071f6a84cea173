import { CombinedError, type Exchange, mapExchange } from '@urql/core'

type Place = readonly (string | number)[]

/** A copy without what is null, and where that was. */
const withoutNulls = (value: unknown, place: Place, nulls: Place[]): unknown => {
  if (Array.isArray(value)) return value.map((one, at) => withoutNulls(one, [...place, at], nulls))
  if (value === null || typeof value !== 'object') return value
  const kept: Record<string, unknown> = {}
  for (const [name, one] of Object.entries(value)) {
    if (one === null) nulls.push([...place, name])
    else kept[name] = withoutNulls(one, [...place, name], nulls)
  }
  return kept
}

/** Whether a subgraph gave no answer at all: what it would have said of its part is unknown, not none. */
const isUnanswered = ({ extensions }: { extensions: Record<string, unknown> }): boolean =>
  String(extensions['code']).startsWith('SUBGRAPH_')

/**
 * When a subgraph could not be asked, its error names the place that was asked for, and not each null below and beside
 * that is for want of it. None of them is told to the cache then: the page that asked draws them as missing, what was
 * known before stays known, and the next page asks anew. Without it one page's missing `viewer` would be everybody's.
 */
export const missingParts: Exchange = mapExchange({
  onResult(result) {
    const unavailable = result.error?.graphQLErrors.filter(isUnanswered) ?? []
    const [reason] = unavailable
    if (!reason || !result.data || result.operation.kind !== 'query') return result
    const nulls: Place[] = []
    const data: unknown = withoutNulls(result.data, [], nulls)
    const { message, extensions } = reason
    const graphQLErrors = [
      ...(result.error?.graphQLErrors ?? []),
      ...nulls.map((path) => ({ message, path, extensions })),
    ]
    return { ...result, data, error: new CombinedError({ graphQLErrors, response: result.error?.response }) }
  },
})
