import { historyPage, pageOf, plain } from '@kompetanse/graph'
import { prismaConnectionHelpers } from '@pothos/plugin-prisma'
import { builder, counted } from '../../builder.ts'
import { Trainee } from '../../directory/graphql/Trainee.ts'
import { mayReadGoal } from '../../directory/readable.ts'
import { LearningActivityConnection } from '../../learning-activity/graphql/connection.ts'
import { LearningActivity } from '../../learning-activity/graphql/LearningActivity.ts'
import { availableCommands } from '../domain/decide.ts'
import { isUnverified, shownStatus } from '../persistence/evidence.ts'
import { ApprovalBasis } from './ApprovalBasis.ts'
import { LearningGoalCommand, LearningGoalStatus } from './enums.ts'
import { HistoryConnection } from './history.ts'
import { rolesToGoal } from './loaders.ts'
import { ApprovalRequest, GoalCompletion, GoalDecision } from './parts.ts'

const PAGE = pageOf(50)

const activities = prismaConnectionHelpers(builder, 'ActivityGoal', {
  cursor: 'activityId_goalId',
  ...PAGE,
  // The key also when nothing else of the activity is selected: Prisma refuses to select nothing.
  select: (node) => ({ activity: node<object>({ select: { id: true } }) }),
  query: { orderBy: { activity: { position: 'asc' } } },
  resolveNode: ({ activity }) => activity,
})

export const LearningGoal = builder.prismaObject('LearningGoal', {
  description: "The trainee's own record of a goal; what the goal says is its definition.",
  // Whom and what it names is read only for those who ask for it.
  select: {
    ...{ id: true, status: true, version: true, completedOn: true, outcome: true },
    ...{ traineeId: true, approverId: true, approverRole: true },
  },
  fields: (t) => ({
    id: t.id(plain('id')),
    definition: t.relation('definition'),
    trainee: t.relation('trainee', { type: Trainee }),
    assignedPlan: t.relation('assignedPlan'),
    status: t.field({
      type: LearningGoalStatus,
      resolve: (goal, _args, context) => shownStatus(goal, context),
    }),
    completion: t.variant(GoalCompletion, {
      isNull: ({ completedOn }) => completedOn === null,
      description: 'Null until the trainee has marked it as completed.',
    }),
    approvalRequest: t.variant(ApprovalRequest, {
      description: 'Open request; null unless WAITING.',
      isNull: ({ status }) => status !== 'WAITING',
    }),
    decision: t.variant(GoalDecision, {
      description:
        'The last decision in force; null before one, after it was revoked and of what is UNVERIFIED.',
      isNull: async (goal, _args, context) => goal.outcome === null || (await isUnverified(goal, context)),
    }),
    activities: t.connection(
      {
        type: LearningActivity,
        ...PAGE,
        extensions: { cursor: 'activityId_goalId' },
        description: 'The activities that lead to it, in the order of the plan (F037).',
        select: (args, context, nested) => ({
          activities: activities.getQuery(args, context, nested),
          _count: { select: { activities: true } },
        }),
        resolve: (goal, args, context) => ({
          ...activities.resolve(goal.activities, args, context),
          totalCount: goal._count.activities,
        }),
      },
      ...LearningActivityConnection,
    ),
    contentOpen: t.boolean({
      description: 'Whether the actor may read its texts, comments and attachments (B32).',
      resolve: (goal, _args, context) => mayReadGoal(goal, context),
    }),
    history: t.relatedConnection(
      'history',
      {
        ...historyPage,
        description: 'All that was done with it, oldest first.',
      },
      ...HistoryConnection,
    ),
    approvalBasis: t.variant(ApprovalBasis, {
      description: 'All that the decision rests on, on one page.',
    }),
    version: t.int(plain('version')),
    availableCommands: t.field({
      type: [LearningGoalCommand],
      select: { assignedPlan: { select: { status: true } } },
      resolve: async (goal, _args, context) => {
        const roles = await rolesToGoal(goal, context)
        const planArchived = goal.assignedPlan.status === 'ARCHIVED'
        return [...availableCommands(goal.status, { roles, planArchived })]
      },
    }),
  }),
})

export const LearningGoalConnection = counted(LearningGoal, 'LearningGoal')
