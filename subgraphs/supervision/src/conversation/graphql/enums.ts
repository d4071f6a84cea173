import { unverifiedValue } from '@kompetanse/graph'
import { builder } from '../../builder.ts'
import { CONVERSATION_CHANGES } from '../../live/append.ts'
import { CONVERSATION_COMMANDS } from '../domain/conversation.ts'

export const ConversationStatus = builder.enumType('ConversationStatus', {
  description: 'How far a conversation has come.',
  values: {
    INVITED: { description: 'The other one has not answered the present time.' },
    PLANNED: {},
    DECLINED: { description: 'A new time invites again.' },
    FINALISED: { description: 'Read-only and signed by the mentor.' },
    CANCELLED: {},
    ...unverifiedValue,
  } as const,
})

export const ConversationCommand = builder.enumType('ConversationCommand', {
  description: 'What can be done with a conversation.',
  values: CONVERSATION_COMMANDS,
})

export const ConversationHistoryCommand = builder.enumType('ConversationHistoryCommand', {
  description: 'What an entry of a conversation’s history tells of.',
  values: [
    'INVITE',
    'RECORD_HELD',
    'ACCEPT',
    'DECLINE',
    'RESCHEDULE',
    'EDIT_AGENDA',
    'ASSESS_GOALS',
    'FINALISE',
    'CANCEL',
  ] as const,
})

export const GoalAssessment = builder.enumType('GoalAssessment', {
  description:
    'What the mentor says of a goal: the recommendation that the leader gets before approving (§ 26).',
  values: ['RECOMMENDED', 'NOT_YET', 'NOT_ASSESSED'] as const,
})

export const ConversationTextPart = builder.enumType('ConversationTextPart', {
  description: 'Which of its texts.',
  values: {
    MINUTES: { description: 'What was talked about; both write.' },
    AGREEMENTS: { description: 'What was agreed until the next time; both write.' },
    TRAINEE_PREPARATION: {
      description: 'The trainee writes; the mentor reads it once it is shared or the conversation has begun.',
    },
    MENTOR_PREPARATION: {
      description: 'The mentor writes; the trainee reads it once it is shared or the conversation has begun.',
    },
  } as const,
})

export const ConversationChange = builder.enumType('ConversationChange', {
  description: 'What happened to a conversation.',
  values: CONVERSATION_CHANGES,
})
