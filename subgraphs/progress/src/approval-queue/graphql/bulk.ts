import type { GraphContext } from '@kompetanse/graph'
import { bulkCommand } from '../../graph/mutation.ts'
import { ApproveGoal, RejectGoal } from '../../learning-goal/graphql/mutations.ts'
import { goalCommands } from '../../learning-goal/use-cases/commands.ts'
import { approval } from '../persistence/requests.ts'
import { TabCounts } from './types.ts'

const counts = { type: TabCounts, of: (context: GraphContext) => approval.counts('MINE', context) }

bulkCommand({
  many: 'ApproveGoals',
  description: 'One record per row, one comment for all. Rows answer in the order sent (B01).',
  single: ApproveGoal,
  counts,
  perform: (rows, comment, context) =>
    goalCommands.performAll(
      rows.map((row) => ({ ...row, command: { name: 'APPROVE', comment } })),
      context,
    ),
})

bulkCommand({
  many: 'RejectGoals',
  description: 'One record per row, one comment for all. Rows answer in the order sent (B01, F116).',
  single: RejectGoal,
  commentRequired: true,
  counts,
  perform: (rows, comment, context) =>
    goalCommands.performAll(
      rows.map((row) => ({ ...row, command: { name: 'REJECT', comment } })),
      context,
    ),
})
