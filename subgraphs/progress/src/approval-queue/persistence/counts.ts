import type { Actor } from '@kompetanse/schema/actor-token'
import { today } from '../../clock.ts'
import type { Tx } from '../../database.ts'
import { inScope, type ApprovalTab, type QueueScope } from './scope.ts'

export interface ApprovalCounts {
  readonly waiting: number
  readonly rejected: number
  readonly approved: number
}

/** How many goals each tab of the actor's queue holds now, archived plans left out; one statement. */
export async function loadApprovalCounts(
  db: Tx,
  actor: Actor,
  now: Date,
  scope: QueueScope,
): Promise<ApprovalCounts> {
  const groups = await db.learningGoal.groupBy({
    by: ['status'],
    where: { AND: inScope(scope, actor, today(now)), assignedPlan: { status: 'ACTIVE' } },
    _count: true,
  })
  const count = (tab: ApprovalTab) => groups.find(({ status }) => status === tab)?._count ?? 0
  return { waiting: count('WAITING'), rejected: count('REJECTED'), approved: count('APPROVED') }
}
