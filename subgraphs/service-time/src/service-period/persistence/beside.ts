import type { Id } from '@kompetanse/schema/ids'
import type { Tx } from '../../database.ts'
import type { Beside } from '../../statement/domain/decide.ts'
import type { Details } from '../../statement/domain/details.ts'
import { heldOf } from './details.ts'

/** What a statement of this trainee is judged by; `but` is the period that it states anew, if any. */
export type BesideOf = (traineeId: Id<'Person'>, but: Id<'ServicePeriod'> | null) => Beside

export const NOTHING: BesideOf = () => ({ others: [], enterprises: new Map() })

/**
 * What statements of these trainees are judged by. One command at a time states periods of a trainee, until the
 * transaction ends: whether positions overlap is judged on what is saved.
 */
export async function lockBeside(
  tx: Tx,
  traineeIds: readonly Id<'Person'>[],
  stated: readonly Details[],
): Promise<BesideOf> {
  // Two keys, since the locks of migrations take one; in order, so that no two commands wait for each other.
  await tx.$executeRaw`
    SELECT pg_advisory_xact_lock(31, hashtext(id))
    FROM (SELECT unnest(${[...traineeIds]}::text[]) AS id ORDER BY 1) trainee`
  const rows = await tx.servicePeriod.findMany({
    where: { traineeId: { in: [...traineeIds] }, removedAt: null },
    select: { id: true, traineeId: true, share: true, startsOn: true, endsOn: true },
  })
  const byTrainee = Map.groupBy(rows, ({ traineeId }) => traineeId)
  const enterprises = await namesOf(
    tx,
    stated.flatMap(({ enterpriseId }) => enterpriseId ?? []),
  )
  return (traineeId, but) => ({
    others: (byTrainee.get(traineeId) ?? []).filter(({ id }) => id !== but).map(heldOf),
    enterprises,
  })
}

/** Names of those of the enterprises that the portal knows. */
async function namesOf(tx: Tx, ids: Id<'Enterprise'>[]): Promise<ReadonlyMap<Id<'Enterprise'>, string>> {
  if (ids.length === 0) return new Map()
  const by = ['enterpriseId', 'enterpriseName'] as const
  const known = await tx.person.groupBy({ by: [...by], where: { enterpriseId: { in: ids } } })
  return new Map(
    known.flatMap(({ enterpriseId, enterpriseName }) =>
      enterpriseId ? [[enterpriseId, enterpriseName ?? ''] as const] : [],
    ),
  )
}
