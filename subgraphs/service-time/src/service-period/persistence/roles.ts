import type { Standing } from '@kompetanse/directory'
import type { Id } from '@kompetanse/schema/ids'
import type { PeriodRole } from '../domain/period.ts'

/**
 * What somebody of this standing to the trainee is to one of the trainee's periods. Who was asked may sign while
 * leading the trainee: a signer who is no longer leader has no role left, and the trainee sends it to somebody else.
 */
export function rolesIn(
  { signerId }: { readonly signerId: Id<'Person'> | null },
  standing: Standing,
  actorId: Id<'Person'>,
): readonly PeriodRole[] {
  const roles: PeriodRole[] = []
  if (standing.self) roles.push({ kind: 'TRAINEE' })
  if (signerId === null) return roles
  if (signerId === actorId && standing.relations.has('LEADER')) roles.push({ kind: 'SIGNER' })
  if (standing.deputyOf.includes(signerId)) roles.push({ kind: 'SIGNERS_DEPUTY', leaderId: signerId })
  return roles
}
