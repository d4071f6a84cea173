import type { QueueScope } from '@kompetanse/live/queue'
import { batched, type GraphContext } from '@kompetanse/graph'
import { database } from '../../database.ts'
import { inScope, type ApprovalTab } from './scope.ts'

export interface ApprovalCounts {
  readonly waiting: number
  readonly rejected: number
  readonly approved: number
}

const COUNT_OF = { WAITING: 'waiting', REJECTED: 'rejected', APPROVED: 'approved' } as const

const counts = batched<QueueScope, ApprovalCounts>(async (scopes, context) => {
  const found = await Promise.all(scopes.map((scope) => count(scope, context)))
  return new Map(scopes.map((scope, index) => [scope, found[index] as ApprovalCounts]))
})

/** How many goals each tab of the actor's queue holds now; one statement. */
export async function approvalCounts(scope: QueueScope, context: GraphContext): Promise<ApprovalCounts> {
  return (await counts(scope, context)) as ApprovalCounts
}

/** How many rows a whole tab has, from the statement that counts them all. */
export const approvalTotal = async (
  tab: ApprovalTab,
  scope: QueueScope,
  context: GraphContext,
): Promise<number> => (await approvalCounts(scope, context))[COUNT_OF[tab]]

async function count(scope: QueueScope, context: GraphContext): Promise<ApprovalCounts> {
  const groups = await database.learningGoal.groupBy({
    by: ['status'],
    where: inScope(scope, context),
    _count: true,
  })
  const of = (tab: ApprovalTab) => groups.find(({ status }) => status === tab)?._count ?? 0
  return { waiting: of('WAITING'), rejected: of('REJECTED'), approved: of('APPROVED') }
}
