import { builder } from '../../builder.ts'
import { LearningGoal } from '../../learning-goal/graphql/LearningGoal.ts'
import { LearningActivity } from './LearningActivity.ts'

// Goals and activities name each other, so this field comes when both types are there.
builder.prismaObjectField(LearningActivity, 'goals', (t) =>
  t.field({
    type: [LearningGoal],
    select: (_args, _context, nested) => ({
      goals: { orderBy: { goal: { position: 'asc' as const } }, select: { goal: nested({}) } },
    }),
    resolve: ({ goals }) => goals.map(({ goal }) => goal),
  }),
)
