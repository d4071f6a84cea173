import type { Message } from '@kompetanse/events'
import type { ActivityChangedEvent } from '@kompetanse/schema/events/progress'
import type { Id } from '@kompetanse/schema/ids'
import type { Activity } from '../domain/activity.ts'
import type { LoadedRow } from './load.ts'

export type ToldActivity = Pick<
  LoadedRow,
  'id' | 'traineeId' | 'assignedPlanId' | 'version' | 'definition' | 'goals'
>

/** By which command, whose, and when. */
export interface ActivityCause {
  readonly command: ActivityChangedEvent['command']
  readonly byId: Id<'Person'>
  readonly onBehalfOfId: Id<'Person'> | null
  readonly at: Date
}

/** What other subgraphs hear of an activity: its row's version, and the state that it then has. */
export function activityMessage(
  { id: activityId, traineeId, assignedPlanId, version, definition, goals }: ToldActivity,
  activity: Activity,
  { command, byId, onBehalfOfId, at }: ActivityCause,
): Message<ActivityChangedEvent> {
  const { title, kind } = definition
  const state = activity.status === 'LAPSED' ? activity.was : activity
  const request = 'request' in state ? state.request : null
  return {
    key: activityId,
    payload: {
      ...{ activityId, traineeId, assignedPlanId, version, title, kind },
      goals: goals.map(({ goal }) => ({ goalId: goal.id, code: goal.definition.code })),
      ...{ command, status: activity.status, byId, onBehalfOfId, at: at.toISOString() },
      performedOn: 'performed' in state ? state.performed.performedOn : null,
      request: request && { ...request, sentAt: request.sentAt.toISOString() },
      validUntil: 'validUntil' in state ? state.validUntil : null,
    },
  }
}
