import type { BulkRow, GraphContext } from '@kompetanse/graph'
import { ApprovalTabCounts } from '../../approval-queue/graphql/counts.ts'
import { approvalCounts } from '../../approval-queue/persistence/counts.ts'
import { performGoalCommands } from '../use-cases/perform-commands.ts'
import { answerWith } from './outcome.ts'

/** What the bulk commands on goals have in common (B01): one transaction, one record each, the queue's counts. */
export const onGoals = <Single extends string>(name: 'APPROVE' | 'REJECT', single: Single) => ({
  single,
  counts: { type: ApprovalTabCounts, of: (context: GraphContext) => approvalCounts('MINE', context) },
  perform: async (rows: readonly BulkRow[], comment: string | null, context: GraphContext) => {
    const goals = rows.map(({ id, expectedVersion }) => ({ goalId: id, expectedVersion }))
    const outcomes = await performGoalCommands(goals, { name, comment }, context)
    return Promise.all(
      outcomes.map((outcome, at) =>
        answerWith(`${single}Success` as const, goals[at]?.goalId ?? '', outcome, context),
      ),
    )
  },
})
