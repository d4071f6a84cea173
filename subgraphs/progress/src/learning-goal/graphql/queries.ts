import { today } from '@kompetanse/calendar/day'
import { builder } from '../../builder.ts'
import { database } from '../../database.ts'
import { Person } from '../../directory/graphql/Person.ts'
import { visibleGoal } from '../../directory/visibility.ts'
import type { ApproverChoice } from '../persistence/approver-choices.ts'
import { ApproverRole } from './enums.ts'
import { LearningGoal } from './LearningGoal.ts'
import { choicesForTrainee } from './loaders.ts'

const ApproverChoiceRef = builder.objectRef<ApproverChoice>('ApproverChoice').implement({
  description: 'Somebody to whom a goal can be sent (F054, F099).',
  fields: (t) => ({
    person: t.field({ type: Person, resolve: ({ person }) => person }),
    role: t.expose('role', { type: ApproverRole }),
    guideline: t.exposeString('guideline', {
      nullable: true,
      description:
        'Of a delegate, what the leader has delegated and by what standard (F099); null of others.',
    }),
  }),
})

builder.queryFields((t) => ({
  learningGoal: t.prismaField({
    type: LearningGoal,
    nullable: true,
    description:
      'One goal of a trainee, for whoever may see the trainee, and for whom it was sent to or who stands in for them; null for others (F037).',
    args: { id: t.arg.idOf('LearningGoal', { required: true, description: 'Of the goal.' }) },
    resolve: (query, _root, { id }, { actor, now }) =>
      database.learningGoal.findFirst({ ...query, where: { id, AND: visibleGoal(actor, today(now)) } }),
  }),
  approverChoices: t.field({
    type: [ApproverChoiceRef],
    nullable: true,
    description: 'Who may receive this goal: the leader, the deputy of today, the delegates (F054, F099).',
    args: {
      goalId: t.arg.idOf('LearningGoal', {
        required: true,
        description: 'Which goal; null is answered of one that the actor may not see.',
      }),
    },
    resolve: async (_root, { goalId }, context) => {
      const where = { id: goalId, AND: visibleGoal(context.actor, today(context.now)) }
      const goal = await database.learningGoal.findFirst({ where, select: { traineeId: true } })
      return goal && [...((await choicesForTrainee(goal.traineeId, context)) ?? [])]
    },
  }),
}))
