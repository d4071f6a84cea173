import type { ConversationCommandName, ConversationStatus } from './conversation.ts'

type Workflow = Record<ConversationStatus, Partial<Record<ConversationCommandName, ConversationStatus>>>

/** Both may write from the invitation on: who prepares for a conversation does not wait for an answer. */
const OPEN = {
  WRITE_PREPARATION: 'INVITED',
  WRITE_MINUTES: 'INVITED',
  EDIT_AGENDA: 'INVITED',
  ASSESS_GOALS: 'INVITED',
  RESCHEDULE: 'INVITED',
  CANCEL: 'CANCELLED',
  // It was held although nobody answered.
  FINALISE: 'FINALISED',
} as const

/**
 * The workflow: status → command → status. The guard, `availableCommands` and thereby the buttons read this table
 * and nothing else. A new time is a new invitation, which the other answers.
 */
export const TRANSITIONS = {
  INVITED: { ...OPEN, ACCEPT: 'PLANNED', DECLINE: 'DECLINED' },
  PLANNED: {
    ...OPEN,
    WRITE_PREPARATION: 'PLANNED',
    WRITE_MINUTES: 'PLANNED',
    EDIT_AGENDA: 'PLANNED',
    ASSESS_GOALS: 'PLANNED',
  },
  DECLINED: { RESCHEDULE: 'INVITED', CANCEL: 'CANCELLED' },
  CANCELLED: {},
  FINALISED: {},
} as const satisfies Workflow
