import { bulkRefusal, cleanText } from '@kompetanse/graph'
import { builder } from '../../../builder.ts'
import { VersionedId } from '../../../graph/bulk.ts'
import { performGoalCommands } from '../../use-cases/perform-commands.ts'
import { answerRows, goalsResult } from '../bulk-outcome.ts'
import { ApproveGoalResult } from './approve.ts'

const ApproveGoalsInput = builder.inputType('ApproveGoalsInput', {
  fields: (t) => ({
    rows: t.field({ type: [VersionedId], required: true }),
    comment: t.string(),
  }),
})

builder.mutationField('approveGoals', (t) =>
  t.field({
    type: goalsResult('ApproveGoal', ApproveGoalResult),
    args: { input: t.arg({ type: ApproveGoalsInput, required: true }) },
    resolve: async (_root, { input: { rows, comment } }, context) => {
      const refused = bulkRefusal(rows)
      if (refused) return refused
      const command = { name: 'APPROVE', comment: cleanText(comment) } as const
      const goals = rows.map(({ id, expectedVersion }) => ({ goalId: id, expectedVersion }))
      const outcomes = await performGoalCommands(goals, command, context)
      return answerRows('ApproveGoal', goals, outcomes, context)
    },
  }),
)
