/** The parts of a goal that exist only in some states; each is null in the others. */
import { dayOf, daysBetween } from '@kompetanse/directory/day'
import { builder } from '../../builder.ts'
import { Person } from '../../directory/graphql/Person.ts'
import type { LearningGoal, Person as PersonRow } from '../../generated/db/client.ts'
import { ApprovalSource, ApproverRole, GoalOutcome } from './enums.ts'

type WithApprover = LearningGoal & { readonly approver: PersonRow | null }
type WithDecider = LearningGoal & { readonly decidedBy: PersonRow | null }

/** The state machine and the table's CHECKs make it so. */
function present<T>(value: T | null): T {
  if (value === null) throw new Error('a goal lacks what its status has')
  return value
}

export const GoalCompletion = builder.objectRef<LearningGoal>('GoalCompletion').implement({
  fields: (t) => ({
    completedOn: t.field({
      type: 'Date',
      resolve: ({ completedOn }) => dayOf(present(completedOn)),
    }),
    comment: t.string({ nullable: true, resolve: ({ completionComment }) => completionComment }),
  }),
})

export const ApprovalRequest = builder.objectRef<WithApprover>('ApprovalRequest').implement({
  fields: (t) => ({
    approver: t.field({ type: Person, resolve: ({ approver }) => present(approver) }),
    role: t.field({ type: ApproverRole, resolve: ({ approverRole }) => present(approverRole) }),
    sentAt: t.field({ type: 'DateTime', resolve: ({ sentAt }) => present(sentAt) }),
    waitingDays: t.int({
      resolve: ({ sentAt }, _args, { now }) => daysBetween(present(sentAt), now),
    }),
  }),
})

export const GoalDecision = builder.objectRef<WithDecider>('GoalDecision').implement({
  fields: (t) => ({
    outcome: t.field({ type: GoalOutcome, resolve: ({ outcome }) => present(outcome) }),
    decidedBy: t.field({ type: Person, resolve: ({ decidedBy }) => present(decidedBy) }),
    source: t.field({ type: ApprovalSource, resolve: ({ decisionSource }) => present(decisionSource) }),
    decidedAt: t.field({ type: 'DateTime', resolve: ({ decidedAt }) => present(decidedAt) }),
    comment: t.string({ nullable: true, resolve: ({ decisionComment }) => decisionComment }),
    digest: t.string({
      description: 'SHA-256 of what was signed, hex.',
      resolve: ({ decisionDigest }) => present(decisionDigest),
    }),
  }),
})
