import type { GraphContext } from '@kompetanse/graph'
import { SigningTabCounts } from '../../signing-queue/graphql/counts.ts'
import { signingCounts } from '../../signing-queue/persistence/counts.ts'
import { performCommands, type CommandRow } from '../use-cases/perform-commands.ts'
import { toResult } from './outcome.ts'

/** What the bulk commands on activities have in common (B01): one transaction, one record each, the queue's counts. */
export const onActivities = (name: 'SIGN' | 'REJECT', single: string) => ({
  single,
  counts: { type: SigningTabCounts, of: (context: GraphContext) => signingCounts('MINE', context) },
  perform: async (rows: readonly CommandRow[], comment: string | null, context: GraphContext) => {
    const commanded = rows.map((row) => ({ ...row, command: { name, comment } }))
    const outcomes = await performCommands(commanded, context)
    return outcomes.map((outcome) => toResult(outcome, single))
  },
})
