import { cleanText, CONTENT } from '@kompetanse/graph'
import { builder, NotFound } from '../../../builder.ts'
import type { Comment as CommentRow } from '../../../generated/db/client.ts'
import { activityById } from '../../../learning-activity/graphql/activity-by-id.ts'
import { toResult } from '../../../learning-activity/graphql/outcome.ts'
import { LearningActivityRefused } from '../../../learning-activity/graphql/refusals.ts'
import { commentOnActivity } from '../../use-cases/comment-on-activity.ts'
import { Comment } from '../Comment.ts'

const CommentOnActivityInput = builder.inputType('CommentOnActivityInput', {
  fields: (t) => ({ activityId: t.id({ required: true }), text: t.string({ required: true }) }),
})

interface Shape {
  readonly __typename: 'CommentOnActivitySuccess'
  readonly id: string
  readonly comment: CommentRow | null
}

const Success = builder.objectRef<Shape>('CommentOnActivitySuccess').implement({
  fields: (t) => ({
    activity: activityById(t),
    comment: t.field({ ...CONTENT, type: Comment, resolve: ({ comment }) => comment as CommentRow }),
  }),
})

const CommentOnActivityResult = builder.unionType('CommentOnActivityResult', {
  types: [Success, LearningActivityRefused, NotFound],
  resolveType: (value) => (value as Shape).__typename,
})

builder.mutationField('commentOnActivity', (t) =>
  t.field({
    type: CommentOnActivityResult,
    args: { input: t.arg({ type: CommentOnActivityInput, required: true }) },
    resolve: async (_root, { input: { activityId, text } }, context) => {
      const { outcome, comment } = await commentOnActivity({ activityId, text: cleanText(text) }, context)
      return { ...toResult(outcome, 'CommentOnActivity'), comment } as never
    },
  }),
)
