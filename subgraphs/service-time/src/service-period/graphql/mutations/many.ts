import type { GraphContext } from '@kompetanse/graph'
import { bulkCommand } from '../../../graph/bulk.ts'
import { ServiceTimeTabCounts } from '../../../signing-queue/graphql/counts.ts'
import { tabCounts } from '../../../signing-queue/persistence/counts.ts'
import { performCommands, type CommandRow } from '../../use-cases/perform-commands.ts'
import { toResult } from '../result.ts'
import { RejectServicePeriodResult } from './reject.ts'
import { SignServicePeriodResult } from './sign.ts'

/** What the bulk commands on periods have in common (B01): one transaction, one record each, the queue's counts. */
const onPeriods = (name: 'SIGN' | 'REJECT', single: string) => ({
  single,
  description: 'One record per row, one comment for all. Rows answer in the order sent.',
  counts: { type: ServiceTimeTabCounts, of: (context: GraphContext) => tabCounts('MINE', context) },
  perform: async (rows: readonly CommandRow[], comment: string | null, context: GraphContext) => {
    const outcomes = await performCommands(rows, { name, comment }, context)
    return outcomes.map((outcome) => toResult(outcome, single))
  },
})

bulkCommand({
  ...onPeriods('SIGN', 'SignServicePeriod'),
  many: 'SignServicePeriods',
  result: SignServicePeriodResult,
  commentRequired: false,
})

bulkCommand({
  ...onPeriods('REJECT', 'RejectServicePeriod'),
  many: 'RejectServicePeriods',
  result: RejectServicePeriodResult,
  commentRequired: true,
})
