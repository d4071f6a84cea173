import { today } from '@kompetanse/directory/day'
import { builder } from '../../builder.ts'
import { visibleGoal } from '../../directory/visibility.ts'
import { LearningGoal } from '../../learning-goal/graphql/LearningGoal.ts'
import { LearningActivity } from './LearningActivity.ts'

// Goals and activities name each other, so this field comes when both types are there.
builder.prismaObjectField(LearningActivity, 'goals', (t) =>
  t.field({
    type: [LearningGoal],
    // Who was asked to sign one activity does not thereby see the goals; who guides or leads the trainee does.
    select: (_args, { actor, now }, nested) => ({
      goals: {
        where: { goal: visibleGoal(actor, today(now)) },
        orderBy: { goal: { position: 'asc' as const } },
        select: { goal: nested({}) },
      },
    }),
    resolve: ({ goals }) => goals.map(({ goal }) => goal),
  }),
)
