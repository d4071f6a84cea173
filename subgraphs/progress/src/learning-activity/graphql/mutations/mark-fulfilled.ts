import { builder } from '../../../builder.ts'
import { performCommand } from '../../use-cases/perform-commands.ts'
import { activityResult, toResult } from '../outcome.ts'

const MarkActivityFulfilledInput = builder.inputType('MarkActivityFulfilledInput', {
  fields: (t) => ({
    activityId: t.id({ required: true }),
    expectedVersion: t.int({ required: true }),
    performedOn: t.field({ type: 'Date', required: true }),
    comment: t.string(),
  }),
})

builder.mutationField('markActivityFulfilled', (t) =>
  t.field({
    type: activityResult('MarkActivityFulfilled'),
    description: 'By the leader for the trainee; who did it is kept.',
    args: { input: t.arg({ type: MarkActivityFulfilledInput, required: true }) },
    resolve: async (_root, { input }, context) => {
      const row = { id: input.activityId, expectedVersion: input.expectedVersion }
      const command = {
        name: 'MARK_FULFILLED',
        performedOn: input.performedOn,
        comment: input.comment ?? null,
      } as const
      return toResult(await performCommand(row, command, context), 'MarkActivityFulfilled')
    },
  }),
)
