import type { Status } from '#lib/ui/index.ts'
import type { graphql } from '#lib/graph/index.ts'

export type GoalStatus = ReturnType<typeof graphql.scalar<'LearningGoalStatus'>>
export type ActivityStatus = ReturnType<typeof graphql.scalar<'LearningActivityStatus'>>
export type ActivityKind = ReturnType<typeof graphql.scalar<'LearningActivityKind'>>

/** Waiting has two words: the sender reads «Sendt», the decider what it waits for. */
type Reader = 'sender' | 'decider'

const goalMarks: Record<GoalStatus, Status> = {
  NOT_STARTED: 'missing',
  IN_PROGRESS: 'begun',
  COMPLETED: 'ready',
  WAITING: 'waitingApproval',
  REJECTED: 'rejected',
  APPROVED: 'approved',
  UNVERIFIED: 'unverified',
}

/** A goal's state in the portal's words. */
export const goalMark = (status: GoalStatus, reader: Reader = 'sender'): Status =>
  status === 'WAITING' && reader === 'sender' ? 'sent' : goalMarks[status]

const activityMarks: Record<ActivityStatus, Status> = {
  NOT_STARTED: 'missing',
  REGISTERED: 'registered',
  WAITING: 'waitingSigning',
  REJECTED: 'rejected',
  SIGNED: 'signed',
  FULFILLED: 'fulfilled',
  LAPSED: 'lapsed',
  UNVERIFIED: 'unverified',
}

/** An activity's state in the portal's words. */
export const activityMark = (
  status: ActivityStatus,
  { reader = 'sender', kind }: { reader?: Reader; kind?: ActivityKind } = {},
): Status => {
  if (status === 'WAITING' && reader === 'sender') return 'sent'
  if (status === 'FULFILLED' && kind === 'SELF_REGISTERED') return 'selfRegistered'
  return activityMarks[status]
}
