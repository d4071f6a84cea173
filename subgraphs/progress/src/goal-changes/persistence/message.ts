import { dayOf } from '@kompetanse/calendar/day'
import type { Message } from '@kompetanse/events'
import type { GoalChangedEvent } from '@kompetanse/schema/events/progress'
import type { Id } from '@kompetanse/schema/ids'
import type { LearningGoal } from '../../generated/db/client.ts'

/** A goal's row after a step, and what it is about. */
export type ToldGoal = Pick<
  LearningGoal,
  | ('id' | 'traineeId' | 'assignedPlanId' | 'status' | 'version' | 'completedOn')
  | ('approverId' | 'approverRole' | 'sentAt' | 'decisionSource')
> & { readonly definition: { readonly code: string; readonly wording: string } }

/** By which command, whose, and when. */
export interface GoalCause {
  readonly command: GoalChangedEvent['command']
  readonly byId: Id<'Person'>
  readonly onBehalfOfId: Id<'Person'> | null
  readonly at: Date
}

export function goalMessage(goal: ToldGoal, { at, ...cause }: GoalCause): Message<GoalChangedEvent> {
  const { id: goalId, traineeId, assignedPlanId, definition, status, version } = goal
  const { approverId, approverRole: role, sentAt, completedOn, decisionSource } = goal
  const { code, wording } = definition
  const request = approverId && role && sentAt ? { approverId, role, sentAt: sentAt.toISOString() } : null
  return {
    key: goalId,
    payload: {
      ...{ goalId, traineeId, assignedPlanId, code, wording, status, version },
      ...{ ...cause, at: at.toISOString(), request },
      ...{ completedOn: completedOn && dayOf(completedOn), decidedAs: decisionSource },
    },
  }
}
