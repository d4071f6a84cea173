import { builder } from '../../../builder.ts'
import { performCommand, type CommandOutcome } from '../../use-cases/perform-commands.ts'
import { activityById } from '../activity-by-id.ts'
import { activityResult, toResult } from '../outcome.ts'

const StartELearningInput = builder.inputType('StartELearningInput', {
  fields: (t) => ({
    activityId: t.id({ required: true }),
    expectedVersion: t.int({ required: true }),
  }),
})

const StartELearningSuccess = builder
  .objectRef<Extract<CommandOutcome, { kind: 'done' }>>('StartELearningSuccess')
  .implement({
    fields: (t) => ({
      activity: activityById(t),
      launchUrl: t.field({ type: 'URL', resolve: ({ launchUrl }) => launchUrl ?? '' }),
    }),
  })

builder.mutationField('startELearning', (t) =>
  t.field({
    type: activityResult('StartELearning', StartELearningSuccess),
    args: { input: t.arg({ type: StartELearningInput, required: true }) },
    resolve: async (_root, { input }, context) => {
      const row = { id: input.activityId, expectedVersion: input.expectedVersion }
      return toResult(await performCommand(row, { name: 'START_E_LEARNING' }, context), 'StartELearning')
    },
  }),
)
