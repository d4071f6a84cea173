import type { Id } from '@kompetanse/schema/ids'
import type { Tx } from '../../database.ts'

/**
 * Notes that something has been done in these plans; from then on they are archived, not deleted (F067, F107).
 * Called in the transaction that does it. A plan deleted meanwhile has taken its goals and activities along.
 */
export async function markBegun(
  tx: Tx,
  assignedPlanIds: readonly Id<'AssignedPlan'>[],
  now: Date,
): Promise<void> {
  await tx.assignedPlan.updateMany({
    where: { id: { in: [...new Set(assignedPlanIds)].toSorted() }, begunAt: null },
    data: { begunAt: now },
  })
}
