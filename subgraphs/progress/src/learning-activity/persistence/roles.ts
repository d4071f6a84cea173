import type { Standing } from '@kompetanse/directory'
import type { Id } from '@kompetanse/schema/ids'
import type { ActivityRole } from '../domain/activity.ts'

/** What somebody of this standing to the trainee is to one of the trainee's activities. */
export function rolesIn(
  { signerId }: { readonly signerId: Id<'Person'> | null },
  standing: Standing,
  actorId: Id<'Person'>,
): readonly ActivityRole[] {
  const roles: ActivityRole[] = []
  if (standing.self) roles.push({ kind: 'TRAINEE' })
  if (signerId !== null && signerId === actorId) roles.push({ kind: 'SIGNER' })
  if (signerId !== null && standing.standsInFor.has(signerId))
    roles.push({ kind: 'SIGNERS_DEPUTY', leaderId: signerId })
  if (standing.relations.has('LEADER')) roles.push({ kind: 'LEADER' })
  for (const leaderId of standing.deputyOf) roles.push({ kind: 'LEADERS_DEPUTY', leaderId })
  if (standing.relations.has('MENTOR')) roles.push({ kind: 'MENTOR' })
  if (standing.relations.has('SUPERVISOR')) roles.push({ kind: 'SUPERVISOR' })
  return roles
}
