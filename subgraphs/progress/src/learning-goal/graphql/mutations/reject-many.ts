import { bulkRefusal, cleanText } from '@kompetanse/graph'
import { builder } from '../../../builder.ts'
import { VersionedId } from '../../../graph/bulk.ts'
import { performGoalCommands } from '../../use-cases/perform-commands.ts'
import { answerRows, goalsResult } from '../bulk-outcome.ts'
import { RejectGoalResult } from './reject.ts'

const RejectGoalsInput = builder.inputType('RejectGoalsInput', {
  fields: (t) => ({
    rows: t.field({ type: [VersionedId], required: true }),
    comment: t.string({ required: true }),
  }),
})

builder.mutationField('rejectGoals', (t) =>
  t.field({
    type: goalsResult('RejectGoal', RejectGoalResult),
    args: { input: t.arg({ type: RejectGoalsInput, required: true }) },
    resolve: async (_root, { input: { rows, comment } }, context) => {
      const refused = bulkRefusal(rows)
      if (refused) return refused
      const command = { name: 'REJECT', comment: cleanText(comment) } as const
      const goals = rows.map(({ id, expectedVersion }) => ({ goalId: id, expectedVersion }))
      const outcomes = await performGoalCommands(goals, command, context)
      return answerRows('RejectGoal', goals, outcomes, context)
    },
  }),
)
