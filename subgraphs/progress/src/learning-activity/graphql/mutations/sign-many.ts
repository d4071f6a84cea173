import { builder } from '../../../builder.ts'
import { VersionedId } from '../../../graph/bulk.ts'
import { activitiesResult, performOnRows } from '../bulk-outcome.ts'
import { SignActivityResult } from './sign.ts'

const SignActivitiesInput = builder.inputType('SignActivitiesInput', {
  fields: (t) => ({
    rows: t.field({ type: [VersionedId], required: true }),
    comment: t.string(),
  }),
})

builder.mutationField('signActivities', (t) =>
  t.field({
    type: activitiesResult('SignActivities', 'SignActivity', SignActivityResult),
    description: 'One record per row, one comment for all. Rows answer in the order sent.',
    args: { input: t.arg({ type: SignActivitiesInput, required: true }) },
    resolve: (_root, { input: { rows, comment } }, context) => {
      const command = { name: 'SIGN', comment: comment ?? null } as const
      return performOnRows({ many: 'SignActivities', single: 'SignActivity' }, rows, command, context)
    },
  }),
)
