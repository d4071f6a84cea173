import { brandId } from '@kompetanse/schema/ids'
import type {
  Conversation,
  ConversationCommand,
  ConversationCommandName,
  ConversationStatus,
  Party,
  Situation,
} from './conversation.ts'

export const NOW = new Date('2026-09-15T10:00:00Z')
export const BEGUN = new Date('2026-09-15T09:00:00Z')
export const GOAL = brandId<'LearningGoal'>('019a0000-0000-7000-8000-000000000001')
export const LATER = new Date('2026-09-22T12:00:00Z')

const STATES: { readonly [S in ConversationStatus]: object } = {
  INVITED: {},
  PLANNED: {},
  DECLINED: { reason: null },
  CANCELLED: { reason: 'Syk' },
  FINALISED: { signature: { byId: 'mentor', at: NOW, digest: 'd0' } },
}
export const aConversation = (status: ConversationStatus, rest: Partial<Conversation> = {}) =>
  ({
    status,
    startsAt: BEGUN,
    durationMinutes: 90,
    invitedBy: 'MENTOR',
    ...STATES[status],
    ...rest,
  }) as Conversation

export const aSituation = (party: Party, rest: Partial<Situation> = {}): Situation => ({
  ...{
    actorId: brandId<'Person'>(party.toLowerCase()),
    party,
    relationRuns: true,
    mentorThen: true,
    bothActive: true,
  },
  ...{
    hasMinutes: true,
    textSequence: 3,
    goalIds: [brandId<'LearningGoal'>('goal')],
    now: NOW,
    contentDigest: 'd1',
    ...rest,
  },
})

/** A command with all that it needs. */
export function aCommand(name: ConversationCommandName): ConversationCommand {
  switch (name) {
    case 'DECLINE':
    case 'CANCEL':
      return { name, reason: 'Opptatt' }
    case 'RESCHEDULE':
      return { name, startsAt: LATER, durationMinutes: 60 }
    case 'EDIT_AGENDA':
      return { name, place: 'Kontoret', topics: ['Vakt'], goalIds: [GOAL] }
    case 'ASSESS_GOALS':
      return { name, assessments: new Map([[brandId('goal'), 'RECOMMENDED']]) }
    case 'FINALISE':
      return { name, textSequence: 3 }
    case 'ACCEPT':
    case 'WRITE_PREPARATION':
    case 'WRITE_MINUTES':
      return { name }
  }
}
