/** The kinds of enterprises; the migrations' CHECKs say the same. */
export const ENTERPRISE_KINDS = ['APPROVED', 'REGISTERED'] as const
export type EnterpriseKind = (typeof ENTERPRISE_KINDS)[number]
