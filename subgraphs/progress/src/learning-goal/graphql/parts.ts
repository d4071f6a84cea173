/** The parts of a goal that exist only in some states; each is null in the others. */
import { plain, present } from '@kompetanse/graph'
import { builder } from '../../builder.ts'
import { dayOf, daysBetween } from '@kompetanse/directory/day'
import { ApprovalSource, ApproverRole, GoalOutcome } from './enums.ts'

export const GoalCompletion = builder.prismaObject('LearningGoal', {
  variant: 'GoalCompletion',
  select: { completedOn: true, completionComment: true },
  fields: (t) => ({
    completedOn: t.field({
      type: 'Date',
      resolve: ({ completedOn }) => dayOf(present(completedOn)),
    }),
    comment: t.string({ ...plain('completionComment'), nullable: true }),
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
    outcome: true,
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
    comment: t.string({ ...plain('decisionComment'), nullable: true }),
    digest: t.string({
      description: 'SHA-256 of what was signed, hex.',
      resolve: ({ decisionDigest }) => present(decisionDigest),
    }),
  }),
})
