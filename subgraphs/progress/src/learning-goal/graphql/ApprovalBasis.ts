import { CONTENT } from '@kompetanse/graph'
import { builder } from '../../builder.ts'
import { mayReadGoal } from '../../directory/readable.ts'
import { ProgressCount } from '../../progress-count/graphql/ProgressCount.ts'
import { newestOfEach } from '../../recommendation/persistence/newest.ts'
import { Recommendation } from '../../recommendation/graphql/Recommendation.ts'
import { activityProgressOfGoal, choicesForTrainee, contentOfGoal } from './loaders.ts'

export const ApprovalBasis = builder.prismaObject('LearningGoal', {
  variant: 'ApprovalBasis',
  description: 'What the approver sees and, by its digest, what the approver signs.',
  select: { id: true, traineeId: true, approverId: true, approverRole: true },
  fields: (t) => ({
    contentDigest: t.string({
      costs: 10,
      ...CONTENT,
      nullable: true,
      description: 'Null to who may not read the goal.',
      resolve: async ({ id }, _args, context) => {
        if (!(await mayReadGoal({ id }, context))) return null
        const content = await contentOfGoal(id, context)
        if (!content) throw new Error('a goal has content')
        return content.digest
      },
    }),
    activityProgress: t.field({
      type: ProgressCount,
      resolve: async ({ id }, _args, context) =>
        (await activityProgressOfGoal(id, context)) ?? { done: 0, total: 0 },
    }),
    recommendations: t.relation('recommendations', {
      type: Recommendation,
      query: newestOfEach,
      description:
        'What each mentor last said of the goal in a finalised conversation (§ 26), the newest first.',
    }),
    guideline: t.string({
      nullable: true,
      description: "The delegating leader's guideline for this approver; null when none applies.",
      resolve: async ({ traineeId, approverId, approverRole }, _args, context) => {
        if (approverRole !== 'DELEGATE') return null
        const choices = (await choicesForTrainee(traineeId, context)) ?? []
        return choices.find(({ person }) => person.id === approverId)?.guideline ?? null
      },
    }),
  }),
})
