import { builder } from '../../../builder.ts'
import { VersionedId } from '../../../graph/bulk.ts'
import { activitiesResult, performOnRows } from '../bulk-outcome.ts'
import { RejectActivityResult } from './reject.ts'

const RejectActivitiesInput = builder.inputType('RejectActivitiesInput', {
  fields: (t) => ({
    rows: t.field({ type: [VersionedId], required: true }),
    comment: t.string({ required: true }),
  }),
})

builder.mutationField('rejectActivities', (t) =>
  t.field({
    type: activitiesResult('RejectActivities', 'RejectActivity', RejectActivityResult),
    args: { input: t.arg({ type: RejectActivitiesInput, required: true }) },
    resolve: (_root, { input: { rows, comment } }, context) => {
      const command = { name: 'REJECT', comment } as const
      return performOnRows({ many: 'RejectActivities', single: 'RejectActivity' }, rows, command, context)
    },
  }),
)
