import { builder } from '../../../builder.ts'
import { readFrom } from '../../../live/read-from.ts'
import { performCommand } from '../../use-cases/perform-command.ts'
import { GoalAssessment } from '../enums.ts'
import { conversationResult, toResult } from '../outcome.ts'

const GoalAssessmentInput = builder.inputType('GoalAssessmentInput', {
  fields: (t) => ({
    goalId: t.id({ required: true }),
    assessment: t.field({ type: GoalAssessment, required: true }),
  }),
})

const AssessConversationGoalsInput = builder.inputType('AssessConversationGoalsInput', {
  fields: (t) => ({
    conversationId: t.id({ required: true }),
    expectedVersion: t.int({ required: true }),
    assessments: t.field({ type: [GoalAssessmentInput], required: true }),
  }),
})

const NAME = 'AssessConversationGoals'
const Result = conversationResult(NAME)

builder.mutationField('assessConversationGoals', (t) =>
  t.field({
    type: Result,
    description: "The mentor's, of goals that the conversation concerns; the others stay as they are.",
    args: { input: t.arg({ type: AssessConversationGoalsInput, required: true }) },
    resolve: async (_root, { input }, context) => {
      await readFrom(context)
      const { conversationId: id, expectedVersion } = input
      const assessments = new Map(
        input.assessments.map(({ goalId, assessment }) => [goalId.toLowerCase(), assessment] as const),
      )
      const command = { name: 'ASSESS_GOALS', assessments } as const
      return toResult(await performCommand({ id, expectedVersion }, command, context), NAME)
    },
  }),
)
