import type { ResultOf } from '#lib/graph/index.ts'
import type { ScopeParts } from './scope-parts.ts'

/** What somebody administers, or something is limited to; null is of the whole nation. */
export type Scope = ResultOf<typeof ScopeParts> | null
/** What tells one scope from another. */
export type ScopeKeys =
  | { readonly __typename: 'Region'; readonly code: Region }
  | { readonly __typename: 'Enterprise'; readonly id: string }
  | null
type RegionScope = Extract<Scope, { __typename: 'Region' }>
export type Region = RegionScope['code']

/** One key for one scope. */
export const scopeKey = (scope: ScopeKeys): string =>
  scope === null ? '' : scope.__typename === 'Region' ? scope.code : scope.id

/** The scope as a command takes it. */
export const scopeInput = (scope: ScopeKeys) =>
  scope && (scope.__typename === 'Region' ? { regionCode: scope.code } : { enterpriseId: scope.id })

/** The regions that somebody administers, each once. */
export const administeredRegions = (
  grants: readonly { readonly role: string; readonly scope: Scope }[],
): readonly RegionScope[] => {
  const regions = grants.flatMap(({ role, scope }) =>
    role === 'REGIONAL_ADMIN' && scope?.__typename === 'Region' ? [scope] : [],
  )
  return [...new Map(regions.map((region) => [region.code, region])).values()]
}
