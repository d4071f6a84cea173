import { today } from '@kompetanse/directory/day'
import { builder } from '../../builder.ts'
import { database } from '../../database.ts'
import { Person } from '../../directory/graphql/Person.ts'
import { visibleGoal } from '../../directory/visibility.ts'
import type { ApproverChoice } from '../persistence/approver-choices.ts'
import { ApproverRole } from './enums.ts'
import { LearningGoal } from './LearningGoal.ts'
import { choicesForTrainee } from './loaders.ts'

const ApproverChoiceRef = builder.objectRef<ApproverChoice>('ApproverChoice').implement({
  fields: (t) => ({
    person: t.field({ type: Person, resolve: ({ person }) => person }),
    role: t.expose('role', { type: ApproverRole }),
    guideline: t.exposeString('guideline', { nullable: true }),
  }),
})

builder.queryFields((t) => ({
  learningGoal: t.prismaField({
    type: LearningGoal,
    nullable: true,
    args: { id: t.arg.idOf('LearningGoal', { required: true }) },
    resolve: (query, _root, { id }, { actor, now }) =>
      database.learningGoal.findFirst({ ...query, where: { id, AND: visibleGoal(actor, today(now)) } }),
  }),
  approverChoices: t.field({
    type: [ApproverChoiceRef],
    nullable: true,
    description: 'Who may receive this goal: the leader, the deputy of today, the delegates.',
    args: { goalId: t.arg.idOf('LearningGoal', { required: true }) },
    resolve: async (_root, { goalId }, context) => {
      const where = { id: goalId, AND: visibleGoal(context.actor, today(context.now)) }
      const goal = await database.learningGoal.findFirst({ where, select: { traineeId: true } })
      return goal && [...((await choicesForTrainee(goal.traineeId, context)) ?? [])]
    },
  }),
}))
