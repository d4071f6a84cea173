import type { QueuePlace } from '../../live/queues.ts'
import type { Goal } from '../domain/goal.ts'

const TAB = { WAITING: 'WAITING', REJECTED: 'REJECTED', APPROVED: 'DONE' } as const

/** Whose approval queue holds a goal: its approver's, also after the decision. */
export const placeOf = (goal: Goal): QueuePlace | null =>
  'request' in goal ? { personId: goal.request.approverId, tab: TAB[goal.status] } : null
