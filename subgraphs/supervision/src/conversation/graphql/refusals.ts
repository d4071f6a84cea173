import { builder } from '../../builder.ts'
import type { ConversationRefusal } from '../domain/conversation.ts'
import { conversationById } from './conversation-by-id.ts'

const ConversationRefusalCode = builder.enumType('ConversationRefusalCode', {
  values: {
    NOT_PERMITTED: {},
    NOT_IN_THIS_STATE: {},
    MENTOR_ONLY: { description: "Finalising and assessing are the mentor's alone." },
    NO_MENTOR: { description: 'The trainee has no mentor today.' },
    RELATION_ENDED: { description: 'The mentor is not the trainee’s mentor any more.' },
    PERSON_LEFT: { description: 'One of the two has left the portal.' },
    TIME_IN_PAST: { description: 'What was held is recorded with recordHeldConversation.' },
    TIME_INVALID: { description: 'More than two years ahead, or held more than a year ago.' },
    DURATION_INVALID: { description: 'From 5 to 600 minutes.' },
    SERIES_INVALID: { description: 'Every 1 to 26 weeks, 2 to 52 times, by count or by last day.' },
    AGENDA_INVALID: { description: 'At most 20 topics of 500 characters, 50 goals; or an unknown goal.' },
    REASON_REQUIRED: {},
    NATIONAL_ID_FOUND: { description: 'The text has a national identity number; nothing was saved.' },
    NOT_HELD_YET: {},
    MINUTES_MISSING: {},
    PREPARATION_MISSING: { description: 'Nothing has been written that could be shared.' },
    TEXT_CHANGED: { description: 'Somebody has written since; read again, then finalise.' },
    TEXT_TOO_LONG: { description: 'At most 10,000 characters; nothing was saved.' },
    TEXT_INVALID: {
      description: 'Not a Yjs update of plain text that follows on what the server has; nothing was saved.',
    },
  } as const satisfies Record<ConversationRefusal, object>,
})

interface Refused {
  readonly id: string
  readonly code: ConversationRefusal
}

export const ConversationRefused = builder.objectRef<Refused>('ConversationRefused').implement({
  fields: (t) => ({
    code: t.expose('code', { type: ConversationRefusalCode }),
    conversation: conversationById(t, 'As it stands, so the buttons redraw at once.'),
  }),
})

/** Of what makes conversations: there is none to show. */
export const ConversationNotMade = builder
  .objectRef<{ readonly code: ConversationRefusal }>('ConversationNotMade')
  .implement({ fields: (t) => ({ code: t.expose('code', { type: ConversationRefusalCode }) }) })
