/**
 * The regions: the four regional health authorities, and the municipal part. The migrations' CHECKs have the same list.
 */
export const REGION_CODES = ['MUNICIPAL', 'HELSE_SOR_OST', 'HELSE_VEST', 'HELSE_MIDT', 'HELSE_NORD'] as const
export type RegionCode = (typeof REGION_CODES)[number]
