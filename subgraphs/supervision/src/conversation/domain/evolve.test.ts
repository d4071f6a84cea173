import { brandId } from '@kompetanse/schema/ids'
import { expect, test } from 'vitest'
import {
  CONVERSATION_COMMANDS,
  type Conversation,
  type ConversationCommand,
  type ConversationEvent,
  type Situation,
} from './conversation.ts'
import { availableCommands, decideConversation } from './decide.ts'

const NOW = new Date('2026-09-15T10:00:00Z')
const LATER = new Date('2026-09-22T12:00:00Z')
const TIME = { startsAt: NOW, durationMinutes: 90 }
const INVITED: Conversation = { status: 'INVITED', invitedBy: 'TRAINEE', ...TIME }
const MENTOR: Situation = {
  ...{ actorId: brandId('mona'), party: 'MENTOR', relationRuns: true, mentorThen: true, bothActive: true },
  ...{ hasMinutes: true, textSequence: 3, goalIds: [], now: NOW, contentDigest: 'd1' },
}
const STEP: ConversationEvent = {
  command: 'ACCEPT',
  byId: brandId('mona'),
  at: NOW,
  reason: null,
  digest: null,
}
const SAME = { invitedBy: 'TRAINEE', ...TIME } as const
const AGENDA = { place: null, topics: ['Vakt'], goalIds: [] }

test.each<[ConversationCommand, Conversation, Partial<ConversationEvent>]>([
  [{ name: 'ACCEPT' }, { status: 'PLANNED', ...SAME }, {}],
  [
    { name: 'DECLINE', reason: 'Opptatt' },
    { status: 'DECLINED', reason: 'Opptatt', ...SAME },
    { reason: 'Opptatt' },
  ],
  [{ name: 'DECLINE', reason: null }, { status: 'DECLINED', reason: null, ...SAME }, {}],
  [{ name: 'CANCEL', reason: 'Syk' }, { status: 'CANCELLED', reason: 'Syk', ...SAME }, { reason: 'Syk' }],
  [
    { name: 'RESCHEDULE', startsAt: LATER, durationMinutes: 45 },
    { status: 'INVITED', startsAt: LATER, durationMinutes: 45, invitedBy: 'MENTOR' },
    {},
  ],
  [
    { name: 'FINALISE', textSequence: 3 },
    { status: 'FINALISED', ...SAME, signature: { byId: brandId('mona'), at: NOW, digest: 'd1' } },
    { digest: 'd1' },
  ],
  [{ name: 'EDIT_AGENDA', ...AGENDA }, INVITED, {}],
  [{ name: 'ASSESS_GOALS', assessments: new Map() }, INVITED, {}],
  [{ name: 'WRITE_MINUTES' }, INVITED, {}],
])('F017 F046 F059 what the mentor makes of an invitation by %j', (command, next, rest) => {
  expect(decideConversation(INVITED, command, MENTOR)).toEqual({
    ...{ kind: 'accepted', command, next, event: { ...STEP, command: command.name, ...rest } },
  })
})

test.each([
  ['begins now', NOW, true],
  ['begins in a millisecond', new Date(NOW.getTime() + 1), false],
])(
  'F059 what %s may be finalised: %s; all else that the mentor may do waits for nothing',
  (_when, startsAt, may) => {
    const conversation = { ...INVITED, startsAt }
    const command = { name: 'FINALISE', textSequence: 3 } as const
    expect(availableCommands(conversation, MENTOR, NOW)).toEqual(
      CONVERSATION_COMMANDS.filter((name) => may || name !== 'FINALISE'),
    )
    expect(decideConversation(conversation, command, MENTOR).kind).toBe(may ? 'accepted' : 'refused')
  },
)
