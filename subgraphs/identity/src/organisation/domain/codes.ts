/** The closed sets of places; the migrations' CHECKs say the same. */
export const REGION_CODES = ['MUNICIPAL', 'HELSE_SOR_OST', 'HELSE_VEST', 'HELSE_MIDT', 'HELSE_NORD'] as const
export type RegionCode = (typeof REGION_CODES)[number]

export const ENTERPRISE_KINDS = ['APPROVED', 'REGISTERED'] as const
export type EnterpriseKind = (typeof ENTERPRISE_KINDS)[number]
