import type { Message } from '@kompetanse/events'
import type { ConversationChangedEvent, GoalsAssessedEvent } from '@kompetanse/schema/events/supervision'
import type { GoalAssessment } from '../../generated/db/client.ts'
import type { Change } from './load.ts'

/** When and how a conversation stands after a change, for other subgraphs. */
export const changedMessage = ({ row, next, event }: Change): Message<ConversationChangedEvent> => ({
  key: row.id,
  payload: {
    ...{ conversationId: row.id, traineeId: row.traineeId, mentorId: row.mentorId },
    ...{ command: event.command, status: next.status, byId: event.byId },
    ...{
      startsAt: next.startsAt.toISOString(),
      durationMinutes: next.durationMinutes,
      version: row.version + 1,
    },
  },
})

interface Finalised {
  readonly id: string
  readonly traineeId: string
  readonly finalisedById: string
  readonly finalisedAt: Date
  readonly version: number
  readonly goals: readonly { readonly goalId: string; readonly assessment: GoalAssessment }[]
}

/** What a finalised conversation says of goals; nothing when none was assessed. */
export function assessedMessages(row: Finalised): Message<GoalsAssessedEvent>[] {
  const goals = row.goals
    .filter(({ assessment }) => assessment !== 'NOT_ASSESSED')
    .map(({ goalId, assessment }) => ({ goalId, recommended: assessment === 'RECOMMENDED' }))
  if (goals.length === 0) return []
  const { id: conversationId, traineeId, finalisedById: byId, version } = row
  const at = row.finalisedAt.toISOString()
  return [{ key: conversationId, payload: { conversationId, traineeId, byId, at, goals, version } }]
}
