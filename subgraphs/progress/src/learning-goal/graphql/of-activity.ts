import { today } from '@kompetanse/calendar/day'
import { builder } from '../../builder.ts'
import { visibleGoal } from '../../directory/visibility.ts'
import { LearningActivity } from '../../learning-activity/graphql/LearningActivity.ts'
import { LearningGoal } from './LearningGoal.ts'

builder.prismaObjectField(LearningActivity, 'goals', (t) =>
  t.field({
    type: [LearningGoal],
    // Who was asked to sign one activity does not thereby see the goals; who guides or leads the trainee does.
    description: 'The goals that it leads to, as far as the actor may see them.',
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
