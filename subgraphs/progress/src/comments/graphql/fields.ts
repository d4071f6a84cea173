import { builder } from '../../builder.ts'
import { LearningActivity } from '../../learning-activity/graphql/LearningActivity.ts'
import { LearningGoal } from '../../learning-goal/graphql/LearningGoal.ts'
import { CommentConnection, commentsField } from './Comment.ts'

builder.prismaObjectField(LearningActivity, 'comments', (t) =>
  t.relatedConnection('comments', commentsField, ...CommentConnection),
)
builder.prismaObjectField(LearningGoal, 'comments', (t) =>
  t.relatedConnection('comments', commentsField, ...CommentConnection),
)
