import type { GrantData } from './roles.ts'

export type Region = NonNullable<GrantData['region']>['code']

/** The regions that somebody administers, each once. */
export const administeredRegions = (
  grants: readonly Pick<GrantData, 'role' | 'region'>[],
): readonly NonNullable<GrantData['region']>[] => {
  const regions = grants.flatMap(({ role, region }) => (role === 'REGIONAL_ADMIN' && region ? [region] : []))
  return [...new Map(regions.map((region) => [region.code, region])).values()]
}

type Place = { region: { code: Region } | null; enterprise: { id: string } | null }

/** The scope as a command takes it; null is the whole nation. */
export const scopeOf = ({ region, enterprise }: Place) =>
  enterprise ? { enterpriseId: enterprise.id } : region && { regionCode: region.code }
