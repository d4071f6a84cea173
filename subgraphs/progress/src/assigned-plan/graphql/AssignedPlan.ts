import { plain } from '@kompetanse/graph'
import { builder, counted } from '../../builder.ts'
import { Trainee } from '../../directory/graphql/Trainee.ts'
import { standingTo } from '../../directory/standing.ts'
import { ProgressCount } from '../../progress-count/graphql/ProgressCount.ts'
import { availableCommands, stateOf } from '../domain/decide.ts'
import { rolesToPlan } from '../persistence/roles.ts'
import { AssignedPlanCommand, AssignedPlanStatus, PlanArchiveReason } from './enums.ts'
import { PlanForecast, planForecast } from './forecast.ts'
import { activityProgress, goalProgress } from './progress.ts'

const NONE = { done: 0, total: 0 }

export const AssignedPlan = builder.prismaObject('AssignedPlan', {
  description: 'A version of a plan as one trainee has it, with a record of each goal and activity.',
  select: {
    ...{ id: true, status: true, version: true, traineeId: true },
    ...{ archiveReason: true, assignedAt: true, begunAt: true },
  },
  fields: (t) => ({
    id: t.id(plain('id')),
    trainee: t.relation('trainee', { type: Trainee }),
    planVersion: t.relation('planVersion'),
    status: t.field({ ...plain('status'), type: AssignedPlanStatus }),
    archiveReason: t.field({
      ...plain('archiveReason'),
      type: PlanArchiveReason,
      nullable: true,
      description: 'Why it is archived; null unless it is.',
    }),
    assignedBy: t.relation('assignedBy'),
    assignedAt: t.field({ ...plain('assignedAt'), type: 'DateTime' }),
    begun: t.boolean({
      description: 'Whether anything has been done in it: then it is archived, not deleted (F067, F107).',
      resolve: ({ begunAt }) => begunAt !== null,
    }),
    goalProgress: t.field({
      type: ProgressCount,
      description: 'Approved goals of all goals; of none to who may not see the trainee (F092).',
      resolve: async ({ id }, _args, context) => (await goalProgress(id, context)) ?? NONE,
    }),
    activityProgress: t.field({
      type: ProgressCount,
      description:
        'Activities that are signed or fulfilled and have not lapsed, of all; of none to who may not see the trainee.',
      resolve: async ({ id }, _args, context) => (await activityProgress(id, context)) ?? NONE,
    }),
    forecast: t.field({
      costs: 10,
      type: PlanForecast,
      nullable: true,
      description: 'When the plan is done at the present pace; null to who may not see the trainee.',
      resolve: async ({ id }, _args, context) => (await planForecast(id, context)) ?? null,
    }),
    version: t.int(plain('version')),
    availableCommands: t.field({
      type: [AssignedPlanCommand],
      resolve: async (plan, _args, context) =>
        availableCommands(stateOf(plan), rolesToPlan(await standingTo(plan.traineeId, context))),
    }),
  }),
})

export const AssignedPlanConnection = counted(AssignedPlan, 'AssignedPlan')
