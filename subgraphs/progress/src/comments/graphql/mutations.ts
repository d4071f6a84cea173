import { CONTENT } from '@kompetanse/graph'
import { NotFound } from '../../builder.ts'
import { mutation } from '../../graph/mutation.ts'
import { activityById } from '../../learning-activity/graphql/activity-by-id.ts'
import { LearningActivityRefused } from '../../learning-activity/graphql/refusals.ts'
import { goalById } from '../../learning-goal/graphql/goal-by-id.ts'
import { LearningGoalRefused } from '../../learning-goal/graphql/refusals.ts'
import { commentOnActivity, commentOnGoal } from '../use-cases/comment.ts'
import { Comment } from './Comment.ts'

const text = { required: true, description: 'COMMENT_REQUIRED of an empty one.' } as const

mutation({
  name: 'CommentOnActivity',
  description: 'Kept as it is written: a comment is not edited and not removed (F051, F065).',
  input: (t) => ({
    activityId: t.idOf('LearningActivity', {
      required: true,
      description: 'Which activity; NotFound of one that the actor may not see.',
    }),
    text: t.string(text),
  }),
  refusals: [LearningActivityRefused, NotFound],
  perform: ({ activityId, text }, context) => commentOnActivity(activityId, text, context),
  success: (t) => ({
    activity: activityById(t),
    comment: t.field({ ...CONTENT, type: Comment, resolve: ({ made }) => made }),
  }),
})

mutation({
  name: 'CommentOnGoal',
  description: 'Kept as it is written: a comment is not edited and not removed (F051, F061, F071).',
  input: (t) => ({
    goalId: t.idOf('LearningGoal', {
      required: true,
      description: 'Which goal; NotFound of one that the actor may not see.',
    }),
    text: t.string(text),
  }),
  refusals: [LearningGoalRefused, NotFound],
  perform: ({ goalId, text }, context) => commentOnGoal(goalId, text, context),
  success: (t) => ({
    goal: goalById(t),
    comment: t.field({ ...CONTENT, type: Comment, resolve: ({ made }) => made }),
  }),
})
