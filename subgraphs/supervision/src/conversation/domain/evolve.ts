import { stepping } from '@kompetanse/command/workflow'
import type { Conversation, ConversationCommand, Situation } from './conversation.ts'
import type { TRANSITIONS } from './transitions.ts'

const held = ({ startsAt, durationMinutes, invitedBy }: Conversation) => ({
  ...{ startsAt, durationMinutes, invitedBy },
})

/** What is written, agreed or assessed is kept beside the conversation, which stays as it is. */
const same = <Of>(conversation: Of): Of => conversation

/** The conversation after a command that was accepted. */
export const evolve = stepping<typeof TRANSITIONS, Conversation, ConversationCommand, Situation>({
  ACCEPT: (conversation) => ({ status: 'PLANNED', ...held(conversation) }),
  DECLINE: (conversation, { reason }) => ({ status: 'DECLINED', reason, ...held(conversation) }),
  CANCEL: (conversation, { reason }) => ({
    status: 'CANCELLED',
    reason: reason ?? '',
    ...held(conversation),
  }),
  RESCHEDULE: (_conversation, { startsAt, durationMinutes }, { party }) => ({
    ...{ status: 'INVITED', startsAt, durationMinutes, invitedBy: party },
  }),
  FINALISE: (conversation, _command, { actorId: byId, now: at, contentDigest: digest }) => ({
    ...{ status: 'FINALISED', ...held(conversation), signature: { byId, at, digest } },
  }),
  EDIT_AGENDA: same,
  WRITE_PREPARATION: same,
  WRITE_MINUTES: same,
  ASSESS_GOALS: same,
})
