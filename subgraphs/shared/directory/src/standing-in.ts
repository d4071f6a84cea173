import type { Id } from '@kompetanse/schema/ids'

/** Of a deputy: the leader for whom the role is held. */
interface DeputyRole {
  readonly leaderId: Id<'Person'>
}

/** The leader in whose place somebody acts, by the roles that let them; null when one of these is their own (F012). */
export function stoodInFor(able: readonly (object | DeputyRole)[]): Id<'Person'> | null {
  const leaders = able.map((role) => ('leaderId' in role ? role.leaderId : null))
  return leaders.includes(null) ? null : (leaders[0] ?? null)
}
