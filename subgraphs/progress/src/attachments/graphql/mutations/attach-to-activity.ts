import { CONTENT } from '@kompetanse/graph'
import { builder } from '../../../builder.ts'
import type { Attachment as AttachmentRow } from '../../../generated/db/client.ts'
import { activityById } from '../../../learning-activity/graphql/activity-by-id.ts'
import { activityResult, toResult } from '../../../learning-activity/graphql/outcome.ts'
import { attachToActivity } from '../../use-cases/attach-to-activity.ts'
import { Attachment } from '../Attachment.ts'

const AttachToActivityInput = builder.inputType('AttachToActivityInput', {
  fields: (t) => ({
    activityId: t.id({ required: true }),
    expectedVersion: t.int({ required: true }),
    uploadId: t.id({ required: true }),
  }),
})

interface Shape {
  readonly id: string
  readonly attachment: AttachmentRow | null
}

const Success = builder.objectRef<Shape>('AttachToActivitySuccess').implement({
  fields: (t) => ({
    activity: activityById(t),
    attachment: t.field({
      ...CONTENT,
      type: Attachment,
      resolve: ({ attachment }) => attachment as AttachmentRow,
    }),
  }),
})

builder.mutationField('attachToActivity', (t) =>
  t.field({
    type: activityResult('AttachToActivity', Success as never),
    args: { input: t.arg({ type: AttachToActivityInput, required: true }) },
    resolve: async (_root, { input }, context) => {
      const { outcome, attachment } = await attachToActivity(input, context)
      return { ...toResult(outcome, 'AttachToActivity'), attachment }
    },
  }),
)
