/** What a person can be, each list closed. What one of them gives is said in tables of them all, so that no new one is forgotten. */

/** Administrative roles (F026). */
export const ROLES = ['LOCAL_ADMIN', 'REGIONAL_ADMIN', 'SUPPORT', 'DIRECTORATE'] as const
export type Role = (typeof ROLES)[number]

/** Relations to a trainee. */
export const RELATION_KINDS = ['LEADER', 'MENTOR', 'SUPERVISOR'] as const
export type RelationKind = (typeof RELATION_KINDS)[number]
