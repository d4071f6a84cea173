import type { GraphContext } from '@kompetanse/graph'
import { bulkCommand } from '../../graph/mutation.ts'
import { RejectActivity, SignActivity } from '../../learning-activity/graphql/mutations.ts'
import { activityCommands } from '../../learning-activity/use-cases/commands.ts'
import { signing } from '../persistence/requests.ts'
import { TabCounts } from './types.ts'

const counts = { type: TabCounts, of: (context: GraphContext) => signing.counts('MINE', context) }

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
