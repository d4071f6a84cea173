import { contentOf, historyPage, plain } from '@kompetanse/graph'
import { builder } from '../../builder.ts'
import { Trainee } from '../../directory/graphql/Trainee.ts'
import { mayReadActivity } from '../../directory/readable.ts'
import { standingTo } from '../../directory/standing.ts'
import { availableCommands } from '../domain/decide.ts'
import { isUnverified, shownStatus } from '../persistence/evidence.ts'
import { rolesIn } from '../persistence/roles.ts'
import { statusOn } from '../persistence/status.ts'
import { LearningActivityCommand, LearningActivityStatus } from './enums.ts'
import { HistoryConnection } from './history.ts'
import { Fulfilment, Signature, SigningRequest } from './parts.ts'

export const LearningActivity = builder.prismaObject('LearningActivity', {
  // Whom and what it names is read only for those who ask for it.
  description: 'The trainee’s own record of an activity; what is to be done is its definition.',
  select: {
    ...{ id: true, status: true, version: true, performedOn: true, validUntil: true, comment: true },
    ...{ traineeId: true, signerId: true },
  },
  fields: (t) => ({
    id: t.id(plain('id')),
    definition: t.relation('definition'),
    trainee: t.relation('trainee', { type: Trainee }),
    status: t.field({
      type: LearningActivityStatus,
      resolve: (activity, _args, context) => shownStatus(activity, context),
    }),
    performedOn: t.field({
      ...plain('performedOn'),
      type: 'Date',
      nullable: true,
      description: 'The day in Oslo on which it was done; null before that is stated.',
    }),
    comment: t.string({
      ...contentOf(mayReadActivity)('comment'),
      description:
        'What the trainee wrote when registering it; null when nothing was written, and to who may not read it.',
    }),
    signingRequest: t.variant(SigningRequest, {
      description:
        'Open request; null unless WAITING or REJECTED: a rejected one is signed without being sent again.',
      isNull: ({ status }) => status !== 'WAITING' && status !== 'REJECTED',
    }),
    signature: t.variant(Signature, {
      description: 'Null also of what is UNVERIFIED.',
      isNull: async (activity, _args, context) =>
        activity.status !== 'SIGNED' || (await isUnverified(activity, context)),
    }),
    fulfilment: t.variant(Fulfilment, {
      description: 'Who marked it as fulfilled without a signature; the trainee for self-registered ones.',
      isNull: ({ status }) => status !== 'FULFILLED',
    }),
    lastValidOn: t.field({
      ...plain('validUntil'),
      type: 'Date',
      nullable: true,
      description: 'Recurring activities and courses only.',
    }),
    contentOpen: t.boolean({
      description: 'Whether the actor may read its texts, comments and attachments (B32).',
      resolve: (activity, _args, context) => mayReadActivity(activity, context),
    }),
    history: t.relatedConnection(
      'history',
      { ...historyPage, description: 'All that was done with it, oldest first.' },
      ...HistoryConnection,
    ),
    version: t.int(plain('version')),
    availableCommands: t.field({
      type: [LearningActivityCommand],
      select: {
        assignedPlan: { select: { status: true } },
        definition: { select: { kind: true } },
      },
      resolve: async (activity, _args, context) => {
        const standing = await standingTo(activity.traineeId, context)
        const roles = rolesIn(activity, standing, context.actor.personId)
        const planArchived = activity.assignedPlan.status === 'ARCHIVED'
        const { kind } = activity.definition
        return [...availableCommands(statusOn(activity, context.now), { kind, roles, planArchived })]
      },
    }),
  }),
})
