import { brandId } from '@kompetanse/schema/ids'
import { describe, expect, test } from 'vitest'
import {
  CONVERSATION_COMMANDS,
  type Conversation,
  type ConversationCommand,
  type ConversationCommandName,
  type ConversationStatus,
  type Party,
  type Situation,
} from './conversation.ts'
import { availableCommands, decideConversation, decideSeries } from './decide.ts'
import { aCommand, aConversation, aSituation, BEGUN, LATER, NOW } from './testing.ts'

type Truth = Record<ConversationStatus, Record<Party, readonly ConversationCommandName[]>>
/** The mentor has invited, and the conversation has begun. */
const TRUTH: Truth = {
  INVITED: {
    TRAINEE: [
      'ACCEPT',
      'DECLINE',
      'RESCHEDULE',
      'EDIT_AGENDA',
      'WRITE_PREPARATION',
      'WRITE_MINUTES',
      'CANCEL',
    ],
    MENTOR: [
      'RESCHEDULE',
      'EDIT_AGENDA',
      'WRITE_PREPARATION',
      'WRITE_MINUTES',
      'ASSESS_GOALS',
      'FINALISE',
      'CANCEL',
    ],
  },
  PLANNED: {
    TRAINEE: ['RESCHEDULE', 'EDIT_AGENDA', 'WRITE_PREPARATION', 'WRITE_MINUTES', 'CANCEL'],
    MENTOR: [
      'RESCHEDULE',
      'EDIT_AGENDA',
      'WRITE_PREPARATION',
      'WRITE_MINUTES',
      'ASSESS_GOALS',
      'FINALISE',
      'CANCEL',
    ],
  },
  DECLINED: { TRAINEE: ['RESCHEDULE', 'CANCEL'], MENTOR: ['RESCHEDULE', 'CANCEL'] },
  CANCELLED: { TRAINEE: [], MENTOR: [] },
  FINALISED: { TRAINEE: [], MENTOR: [] },
}
const NEXT: Record<ConversationCommandName, ConversationStatus | 'same'> = {
  ACCEPT: 'PLANNED',
  DECLINE: 'DECLINED',
  RESCHEDULE: 'INVITED',
  EDIT_AGENDA: 'same',
  WRITE_PREPARATION: 'same',
  WRITE_MINUTES: 'same',
  ASSESS_GOALS: 'same',
  FINALISE: 'FINALISED',
  CANCEL: 'CANCELLED',
}

describe.each(Object.keys(TRUTH) as ConversationStatus[])(
  'F017 F018 F046 F059 who may do what: %s',
  (status) => {
    describe.each(['TRAINEE', 'MENTOR'] as const)('%s', (party) => {
      test.each(CONVERSATION_COMMANDS)('%s', (name) => {
        const conversation = aConversation(status)
        const may = TRUTH[status][party].includes(name)
        const decision = decideConversation(conversation, aCommand(name), aSituation(party))
        expect(decision.kind === 'accepted').toBe(may)
        expect(availableCommands(conversation, aSituation(party), NOW).includes(name)).toBe(may)
        if (decision.kind === 'accepted')
          expect(decision.next.status).toBe(NEXT[name] === 'same' ? status : NEXT[name])
      })
    })
  },
)

const decide = (
  status: ConversationStatus,
  party: Party,
  command: ConversationCommand,
  rest: Partial<Situation> = {},
  conversation: Partial<Conversation> = {},
) => decideConversation(aConversation(status, conversation), command, aSituation(party, rest))

describe('refusals', () => {
  const finalise = aCommand('FINALISE')
  const accept = aCommand('ACCEPT')
  const reschedule = aCommand('RESCHEDULE')
  test.each([
    ['F059 only the mentor finalises', 'MENTOR_ONLY', () => decide('PLANNED', 'TRAINEE', finalise)],
    ['F059 twice is once too often', 'NOT_IN_THIS_STATE', () => decide('FINALISED', 'MENTOR', finalise)],
    [
      'F048 no minutes, no end',
      'MINUTES_MISSING',
      () => decide('PLANNED', 'MENTOR', finalise, { hasMinutes: false }),
    ],
    [
      'F059 what was written meanwhile is read first',
      'TEXT_CHANGED',
      () => decide('PLANNED', 'MENTOR', finalise, { textSequence: 4 }),
    ],
    [
      'F059 not before it is held',
      'NOT_HELD_YET',
      () => decide('PLANNED', 'MENTOR', finalise, {}, { startsAt: LATER }),
    ],
    ['F046 who invited does not answer', 'NOT_PERMITTED', () => decide('INVITED', 'MENTOR', accept)],
    [
      'F046 no time in the past',
      'TIME_IN_PAST',
      () => decide('PLANNED', 'MENTOR', { ...reschedule, startsAt: BEGUN } as never),
    ],
    [
      'F046 nor in three years',
      'TIME_INVALID',
      () =>
        decide('PLANNED', 'MENTOR', { ...reschedule, startsAt: new Date('2029-09-15T10:00:00Z') } as never),
    ],
    [
      'F046 nor of no length',
      'DURATION_INVALID',
      () => decide('PLANNED', 'MENTOR', { ...reschedule, durationMinutes: 0 } as never),
    ],
    [
      'F046 nothing is planned with who has left',
      'PERSON_LEFT',
      () => decide('INVITED', 'TRAINEE', accept, { bothActive: false }),
    ],
    [
      'F046 nor with who is mentor no more',
      'RELATION_ENDED',
      () => decide('PLANNED', 'MENTOR', reschedule, { relationRuns: false }),
    ],
    [
      'F017 cancelling needs a reason',
      'REASON_REQUIRED',
      () => decide('PLANNED', 'MENTOR', { name: 'CANCEL', reason: null }),
    ],
    [
      'F010 no patient in a reason',
      'NATIONAL_ID_FOUND',
      () => decide('PLANNED', 'MENTOR', { name: 'CANCEL', reason: 'Pasient 01010012356' }),
    ],
    [
      'F010 nor among the topics',
      'NATIONAL_ID_FOUND',
      () =>
        decide('PLANNED', 'MENTOR', {
          name: 'EDIT_AGENDA',
          place: null,
          topics: ['010100 12356'],
          goalIds: [],
        }),
    ],
    [
      'F017 topics have an end',
      'TEXT_TOO_LONG',
      () =>
        decide('PLANNED', 'MENTOR', {
          name: 'EDIT_AGENDA',
          place: null,
          topics: ['x'.repeat(501)],
          goalIds: [],
        }),
    ],
    [
      'only goals that it concerns are assessed',
      'AGENDA_INVALID',
      () =>
        decide('PLANNED', 'MENTOR', {
          name: 'ASSESS_GOALS',
          assessments: new Map([[brandId('another'), 'NOT_YET']]),
        }),
    ],
  ])('%s: %s', (_name, code, decision) => {
    expect(decision()).toEqual({ kind: 'refused', code })
  })
})

describe('what becomes of it', () => {
  test('F046 a new time is a new invitation, which the other answers', () => {
    const decision = decide('PLANNED', 'TRAINEE', aCommand('RESCHEDULE'))
    expect(decision).toMatchObject({
      kind: 'accepted',
      next: { status: 'INVITED', startsAt: LATER, invitedBy: 'TRAINEE' },
    })
  })
  test('F059 finalising signs what is there: who, when, digest', () => {
    const signature = { byId: 'mentor', at: NOW, digest: 'd1' }
    expect(decide('PLANNED', 'MENTOR', aCommand('FINALISE'))).toMatchObject({
      next: { status: 'FINALISED', signature },
      event: { command: 'FINALISE', byId: 'mentor', at: NOW, digest: 'd1' },
    })
  })
  test('F019 a mentor who is one no more still closes what was held', () => {
    const ended = { relationRuns: false, bothActive: false }
    expect(decide('PLANNED', 'MENTOR', aCommand('FINALISE'), ended).kind).toBe('accepted')
  })
  test('F059 nobody signs what took place after they had ceased to be mentor', () => {
    const ended = { relationRuns: false, mentorThen: false }
    expect(decide('PLANNED', 'MENTOR', aCommand('FINALISE'), ended)).toEqual({
      kind: 'refused',
      code: 'RELATION_ENDED',
    })
  })
})

describe('F017 a command to a whole series', () => {
  const one = (id: string, status: ConversationStatus) => ({
    ...{ id, conversation: aConversation(status), situation: aSituation('MENTOR') },
  })
  const cancelled = (first: ConversationStatus, ...later: ConversationStatus[]) => {
    const rest = later.map((status, at) => one(`${at + 2}`, status))
    const decision = decideSeries(one('1', first), rest, { name: 'CANCEL', reason: 'Syk' })
    return decision.kind === 'refused'
      ? decision.code
      : decision.changes.map(({ id, next }) => [id, next.status])
  }
  test('goes for the later ones that it fits', () => {
    expect(cancelled('PLANNED', 'INVITED', 'FINALISED', 'DECLINED')).toEqual([
      ...[
        ['1', 'CANCELLED'],
        ['2', 'CANCELLED'],
        ['4', 'CANCELLED'],
      ],
    ])
  })
  test('is refused when it does not fit the one that it is given to', () => {
    expect(cancelled('FINALISED', 'PLANNED')).toBe('NOT_IN_THIS_STATE')
  })
})
