import type { Message } from '@kompetanse/events'
import type { ConversationChangedEvent, GoalsAssessedEvent } from '@kompetanse/schema/events/supervision'
import type { Id } from '@kompetanse/schema/ids'
import type { GoalAssessment } from '../../generated/db/client.ts'

interface Standing {
  readonly id: Id<'Conversation'>
  readonly traineeId: Id<'Person'>
  readonly mentorId: Id<'Person'>
  readonly invitedById: Id<'Person'>
  readonly status: ConversationChangedEvent['status']
  readonly startsAt: Date
  readonly durationMinutes: number
  readonly version: number
}

/** By which command, whose, and when. */
export interface Cause {
  readonly command: ConversationChangedEvent['command']
  readonly byId: Id<'Person'>
  readonly at: Date
}

/** A conversation's times and status after a step, for other subgraphs. */
export function changedMessage(
  { id: conversationId, startsAt, ...standing }: Standing,
  { command, byId, at }: Cause,
): Message<ConversationChangedEvent> {
  const { traineeId, mentorId, invitedById, status, durationMinutes, version } = standing
  return {
    key: conversationId,
    payload: {
      ...{ conversationId, traineeId, mentorId, invitedById, status, durationMinutes, version },
      ...{ command, byId, at: at.toISOString(), startsAt: startsAt.toISOString() },
    },
  }
}

interface Finalised {
  readonly id: Id<'Conversation'>
  readonly traineeId: Id<'Person'>
  readonly finalisedById: Id<'Person'>
  readonly finalisedAt: Date
  readonly version: number
  readonly goals: readonly { readonly goalId: Id<'LearningGoal'>; readonly assessment: GoalAssessment }[]
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
