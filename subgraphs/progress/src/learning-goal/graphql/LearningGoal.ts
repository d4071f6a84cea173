import { prismaConnectionHelpers } from '@pothos/plugin-prisma'
import { AttachmentConnection, standing } from '../../attachments/graphql/Attachment.ts'
import { builder } from '../../builder.ts'
import { CommentConnection } from '../../comments/graphql/Comment.ts'
import { Trainee } from '../../directory/graphql/Trainee.ts'
import { counted } from '../../graph/counted.ts'
import { LearningActivityConnection } from '../../learning-activity/graphql/connection.ts'
import { LearningActivity } from '../../learning-activity/graphql/LearningActivity.ts'
import { availableCommands } from '../domain/decide.ts'
import { ApprovalBasis } from './ApprovalBasis.ts'
import { LearningGoalCommand, LearningGoalStatus } from './enums.ts'
import { HistoryConnection } from './history.ts'
import { rolesToGoal } from './loaders.ts'
import { ApprovalRequest, GoalCompletion, GoalDecision } from './parts.ts'

const activities = prismaConnectionHelpers(builder, 'ActivityGoal', {
  cursor: 'activityId_goalId',
  defaultSize: 50,
  maxSize: 100,
  select: (node) => ({ activity: node({}) }),
  query: { orderBy: { activity: { position: 'asc' } } },
  resolveNode: ({ activity }) => activity,
})

const oldestFirst = { orderBy: [{ at: 'asc' as const }, { id: 'asc' as const }] }

export const LearningGoal = builder.prismaObject('LearningGoal', {
  description: "The trainee's own record of a goal; what the goal says is its definition.",
  fields: (t) => ({
    id: t.exposeID('id'),
    definition: t.relation('definition'),
    trainee: t.relation('trainee', { type: Trainee }),
    assignedPlan: t.relation('assignedPlan'),
    status: t.expose('status', { type: LearningGoalStatus }),
    completion: t.field({
      type: GoalCompletion,
      nullable: true,
      resolve: (goal) => (goal.completedOn ? goal : null),
    }),
    approvalRequest: t.field({
      type: ApprovalRequest,
      nullable: true,
      description: 'Open request; null unless WAITING.',
      select: { approver: true },
      resolve: (goal) => (goal.status === 'WAITING' ? goal : null),
    }),
    decision: t.field({
      type: GoalDecision,
      nullable: true,
      description: 'The last decision that stands; null before one and after it was revoked.',
      select: { decidedBy: true },
      resolve: (goal) => (goal.outcome ? goal : null),
    }),
    activities: t.connection(
      {
        type: LearningActivity,
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
    attachments: t.relatedConnection(
      'attachments',
      { cursor: 'id', totalCount: true, defaultSize: 20, maxSize: 100, query: standing },
      ...AttachmentConnection,
    ),
    comments: t.relatedConnection(
      'comments',
      { cursor: 'id', totalCount: true, defaultSize: 20, maxSize: 100, query: oldestFirst },
      ...CommentConnection,
    ),
    history: t.relatedConnection(
      'history',
      { cursor: 'id', totalCount: true, defaultSize: 20, maxSize: 100, query: oldestFirst },
      ...HistoryConnection,
    ),
    approvalBasis: t.field({
      type: ApprovalBasis,
      description: 'All that the decision rests on, on one page.',
      resolve: (goal) => goal,
    }),
    version: t.exposeInt('version'),
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
