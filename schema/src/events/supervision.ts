import * as v from 'valibot'
import { defineEvent, type PayloadOf } from './define.ts'
import { idOf, instant, version } from './fields.ts'

/** Times and status, never text: what the two write is theirs. */
export const conversationChanged = defineEvent(
  'supervision.conversation-changed',
  v.object({
    conversationId: idOf('Conversation'),
    traineeId: idOf('Person'),
    mentorId: idOf('Person'),
    command: v.picklist([
      ...['INVITE', 'RECORD_HELD', 'ACCEPT', 'DECLINE', 'RESCHEDULE', 'EDIT_AGENDA', 'ASSESS_GOALS'],
      ...['FINALISE', 'CANCEL'],
    ] as const),
    status: v.picklist(['INVITED', 'PLANNED', 'DECLINED', 'FINALISED', 'CANCELLED']),
    byId: idOf('Person'),
    at: instant,
    /** The party that proposed the present time. */
    invitedById: idOf('Person'),
    startsAt: instant,
    durationMinutes: v.number(),
    version,
  }),
)
export type ConversationChangedEvent = PayloadOf<typeof conversationChanged>

/**
 * What the mentor signed of goals by finalising a conversation, § 26: the recommendation that the approver gets. What
 * was not assessed is left out.
 */
export const goalsAssessed = defineEvent(
  'supervision.goals-assessed',
  v.object({
    conversationId: idOf('Conversation'),
    traineeId: idOf('Person'),
    byId: idOf('Person'),
    at: instant,
    goals: v.array(v.object({ goalId: idOf('LearningGoal'), recommended: v.boolean() })),
    /** The conversation's. */
    version,
  }),
)
export type GoalsAssessedEvent = PayloadOf<typeof goalsAssessed>
