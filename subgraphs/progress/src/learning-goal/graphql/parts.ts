/** The parts of a goal that exist only in some states; each is null in the others. */
import { contentOf, present } from '@kompetanse/graph'
import type { Id } from '@kompetanse/schema/ids'
import { builder } from '../../builder.ts'
import { mayReadGoal } from '../../directory/readable.ts'
import { dayOf, daysBetween } from '@kompetanse/calendar/day'
import { ApprovalSource, ApproverRole, GoalOutcome } from './enums.ts'

const deciderOf = ({
  decidedById,
}: {
  readonly id: Id<'LearningGoal'>
  readonly decidedById: Id<'Person'> | null
}) => decidedById

export const GoalCompletion = builder.prismaObject('LearningGoal', {
  variant: 'GoalCompletion',
  description: 'That the trainee has marked a goal as completed (F053).',
  select: { id: true, completedOn: true, completionComment: true },
  fields: (t) => ({
    completedOn: t.field({
      type: 'Date',
      description: 'The day in Oslo on which the trainee says that it was.',
      resolve: ({ completedOn }) => dayOf(present(completedOn)),
    }),
    comment: t.string(contentOf(mayReadGoal)('completionComment')),
  }),
})

export const ApprovalRequest = builder.prismaObject('LearningGoal', {
  variant: 'ApprovalRequest',
  description: 'That a goal was sent, to whom, and how long it has waited.',
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
  description: 'What was decided on a goal, by whom and in what part.',
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
    by: t.relation('decidedBy', { nullable: false, onNull: 'error' }),
    source: t.field({
      type: ApprovalSource,
      description: 'In what part it was decided.',
      resolve: ({ decisionSource }) => present(decisionSource),
    }),
    at: t.field({
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
