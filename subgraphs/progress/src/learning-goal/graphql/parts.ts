/** The parts of a goal that exist only in some states; each is null in the others. */
import { contentOf, present } from '@kompetanse/graph'
import type { Id } from '@kompetanse/schema/ids'
import { builder } from '../../builder.ts'
import { mayReadGoal } from '../../directory/readable.ts'
import { dayOf, daysBetween } from '@kompetanse/directory/day'
import { ApprovalSource, ApproverRole, GoalOutcome } from './enums.ts'

const deciderOf = ({
  decidedById,
}: {
  readonly id: Id<'LearningGoal'>
  readonly decidedById: Id<'Person'> | null
}) => decidedById

export const GoalCompletion = builder.prismaObject('LearningGoal', {
  variant: 'GoalCompletion',
  select: { id: true, completedOn: true, completionComment: true },
  fields: (t) => ({
    completedOn: t.field({
      type: 'Date',
      resolve: ({ completedOn }) => dayOf(present(completedOn)),
    }),
    comment: t.string(contentOf(mayReadGoal)('completionComment')),
  }),
})

export const ApprovalRequest = builder.prismaObject('LearningGoal', {
  variant: 'ApprovalRequest',
  select: { approverRole: true, sentAt: true },
  fields: (t) => ({
    approver: t.relation('approver', { nullable: false, onNull: 'error' }),
    role: t.field({
      type: ApproverRole,
      resolve: ({ approverRole }) => present(approverRole),
    }),
    sentAt: t.field({ type: 'DateTime', resolve: ({ sentAt }) => present(sentAt) }),
    waitingDays: t.int({
      resolve: ({ sentAt }, _args, { now }) => daysBetween(present(sentAt), now),
    }),
  }),
})

export const GoalDecision = builder.prismaObject('LearningGoal', {
  variant: 'GoalDecision',
  select: {
    id: true,
    outcome: true,
    decidedById: true,
    decisionSource: true,
    decidedAt: true,
    decisionComment: true,
    decisionDigest: true,
  },
  fields: (t) => ({
    outcome: t.field({
      type: GoalOutcome,
      resolve: ({ outcome }) => present(outcome),
    }),
    decidedBy: t.relation('decidedBy', { nullable: false, onNull: 'error' }),
    source: t.field({
      type: ApprovalSource,
      resolve: ({ decisionSource }) => present(decisionSource),
    }),
    decidedAt: t.field({
      type: 'DateTime',
      resolve: ({ decidedAt }) => present(decidedAt),
    }),
    comment: t.string(contentOf(mayReadGoal, deciderOf)('decisionComment')),
    digest: t.string({
      ...contentOf(mayReadGoal)('decisionDigest'),
      description: 'SHA-256 of what was signed, hex; null to who may not read that.',
    }),
  }),
})
