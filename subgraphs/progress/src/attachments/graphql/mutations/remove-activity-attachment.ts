import { builder } from '../../../builder.ts'
import { activityResult, toResult } from '../../../learning-activity/graphql/outcome.ts'
import { removeActivityAttachment } from '../../use-cases/attach-to-activity.ts'

const RemoveActivityAttachmentInput = builder.inputType('RemoveActivityAttachmentInput', {
  fields: (t) => ({
    activityId: t.id({ required: true }),
    expectedVersion: t.int({ required: true }),
    attachmentId: t.id({ required: true }),
  }),
})

builder.mutationField('removeActivityAttachment', (t) =>
  t.field({
    type: activityResult('RemoveActivityAttachment'),
    args: { input: t.arg({ type: RemoveActivityAttachmentInput, required: true }) },
    resolve: async (_root, { input }, context) =>
      toResult(await removeActivityAttachment(input, context), 'RemoveActivityAttachment'),
  }),
)
