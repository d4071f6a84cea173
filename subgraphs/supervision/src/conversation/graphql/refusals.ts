import { refusal } from '../../builder.ts'
import { database } from '../../database.ts'
import type { ConversationRefusal } from '../domain/conversation.ts'
import { SupervisionConversation } from './SupervisionConversation.ts'

interface Refused {
  /** Of a conversation that there is. */
  readonly id?: string
  readonly code: ConversationRefusal
}

export const ConversationRefused = refusal<ConversationRefusal, Refused>('ConversationRefused', {
  codes: {
    NOT_PERMITTED: '',
    NOT_IN_THIS_STATE: '',
    MENTOR_ONLY: "finalising and assessing are the mentor's alone.",
    NO_MENTOR: 'the trainee has no mentor today.',
    RELATION_ENDED: 'the mentor is not the trainee’s mentor any more.',
    PERSON_LEFT: 'one of the two has left the portal.',
    TIME_IN_PAST: 'what was held is recorded with recordHeldConversation.',
    TIME_INVALID: 'more than two years ahead, or held more than a year ago.',
    DURATION_INVALID: 'from 5 to 600 minutes.',
    SERIES_INVALID: 'every 1 to 26 weeks, 2 to 52 times, by count or by last day.',
    AGENDA_INVALID: 'at most 20 topics and 50 goals; or an unknown goal.',
    REASON_REQUIRED: '',
    NATIONAL_ID_FOUND: 'nothing was saved.',
    NOT_HELD_YET: '',
    MINUTES_MISSING: '',
    PREPARATION_MISSING: 'nothing has been written that could be shared.',
    TEXT_CHANGED: 'somebody has written since; read again, then finalise.',
    TEXT_TOO_LONG: 'nothing was saved.',
    TEXT_INVALID: 'not a Yjs update of plain text that follows on what the server has; nothing was saved.',
  },
  fields: (t) => ({
    current: t.prismaField({
      type: SupervisionConversation,
      nullable: true,
      description: 'As it is now, so that buttons are redrawn at once; null when there is none yet.',
      resolve: (query, { id }) =>
        id === undefined ? null : database.conversation.findUnique({ ...query, where: { id } }),
    }),
  }),
})
