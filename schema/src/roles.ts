/**
 * A person's roles, each list closed. Rights are defined in tables over a whole list, so that no new role is forgotten.
 */

/** Administrative roles (F026). */
export const ROLES = ['LOCAL_ADMIN', 'REGIONAL_ADMIN', 'SUPPORT', 'DIRECTORATE'] as const
export type Role = (typeof ROLES)[number]

/** Relations to a trainee. */
export const RELATION_KINDS = ['LEADER', 'MENTOR', 'SUPERVISOR'] as const
export type RelationKind = (typeof RELATION_KINDS)[number]
