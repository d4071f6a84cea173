import type { GraphContext } from '@kompetanse/graph'
import { bulkCommand } from '../../graph/mutation.ts'
import { RejectActivity, SignActivity } from '../../learning-activity/graphql/mutations.ts'
import { activityCommands } from '../../learning-activity/use-cases/commands.ts'
import { signingCounts } from '../persistence/counts.ts'
import { SigningTabCounts } from './counts.ts'

const counts = { type: SigningTabCounts, of: (context: GraphContext) => signingCounts('MINE', context) }

bulkCommand({
  many: 'SignActivities',
  description: 'One record per row, one comment for all. Rows answer in the order sent (B01).',
  single: SignActivity,
  counts,
  perform: (rows, comment, context) =>
    activityCommands.performAll(
      rows.map((row) => ({ ...row, command: { name: 'SIGN', comment } })),
      context,
    ),
})

bulkCommand({
  many: 'RejectActivities',
  description: 'One record per row, one comment for all. Rows answer in the order sent (B01, F111).',
  single: RejectActivity,
  commentRequired: true,
  counts,
  perform: (rows, comment, context) =>
    activityCommands.performAll(
      rows.map((row) => ({ ...row, command: { name: 'REJECT', comment } })),
      context,
    ),
})
