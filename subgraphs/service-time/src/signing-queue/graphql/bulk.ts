import type { GraphContext } from '@kompetanse/graph'
import { bulkCommand } from '../../graph/mutation.ts'
import { RejectServicePeriod, SignServicePeriod } from '../../service-period/graphql/mutations.ts'
import { periodCommands } from '../../service-period/use-cases/commands.ts'
import { signing } from '../persistence/requests.ts'
import { TabCounts } from './types.ts'

const counts = { type: TabCounts, of: (context: GraphContext) => signing.counts('MINE', context) }

bulkCommand({
  many: 'SignServicePeriods',
  description: 'One record per row, one comment for all. Rows answer in the order sent (B01, F133).',
  single: SignServicePeriod,
  counts,
  perform: (rows, comment, context) =>
    periodCommands.performAll(
      rows.map((row) => ({ ...row, command: { name: 'SIGN', comment } })),
      context,
    ),
})

bulkCommand({
  many: 'RejectServicePeriods',
  description: 'One record per row, one comment for all. Rows answer in the order sent (B01, F140).',
  single: RejectServicePeriod,
  commentRequired: true,
  counts,
  perform: (rows, comment, context) =>
    periodCommands.performAll(
      rows.map((row) => ({ ...row, command: { name: 'REJECT', comment } })),
      context,
    ),
})
