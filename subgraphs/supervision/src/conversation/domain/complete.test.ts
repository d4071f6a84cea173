import { NO_ID } from '@kompetanse/graph/ids'
import { brandId, type Id } from '@kompetanse/schema/ids'
import { describe, expect, test } from 'vitest'
import { incomplete, refuseAgenda, refuseHeld, refuseText, refuseTime, topicsOf } from './complete.ts'
import type { Agenda, ConversationCommand, Situation } from './conversation.ts'

const NOW = new Date('2026-09-15T10:00:00Z')
const MINUTE = 60_000
const DAY = 24 * 60 * MINUTE
const inMs = (ms: number) => new Date(NOW.getTime() + ms)
const PATIENT = 'Pasient 010100 12356'
const goals = (count: number) =>
  Array.from({ length: count }, (_, at) => brandId<'LearningGoal'>(`goal ${at}`))
const agenda = (rest: Partial<Agenda> = {}): Agenda => ({ place: null, topics: [], goalIds: [], ...rest })

// prettier-ignore
test.each([
  ['now',                            0,                60,  null],
  ['a millisecond ago',              -1,               60,  'TIME_IN_PAST'],
  ['in two years of 366 days',       732 * DAY,        60,  null],
  ['later than that',                732 * DAY + 1,    60,  'TIME_INVALID'],
  ['tomorrow for five minutes',      DAY,              5,   null],
  ['tomorrow for four minutes',      DAY,              4,   'DURATION_INVALID'],
  ['tomorrow for ten hours',         DAY,              600, null],
  ['tomorrow for longer than that',  DAY,              601, 'DURATION_INVALID'],
] as const)('F046 two meet %s: %d ms from now, %d minutes: %s', (_when, ms, durationMinutes, code) => {
  expect(refuseTime({ startsAt: inMs(ms), durationMinutes }, NOW)).toBe(code)
})

// prettier-ignore
test.each([
  ['until now',                     -60 * MINUTE,                  60,  null],
  ['until in a millisecond',        -60 * MINUTE + 1,              60,  'NOT_HELD_YET'],
  ['tomorrow',                      DAY,                           60,  'NOT_HELD_YET'],
  ['until 366 days ago',            -366 * DAY - 60 * MINUTE,      60,  null],
  ['earlier than that',             -366 * DAY - 60 * MINUTE - 1,  60,  'TIME_INVALID'],
  ['for five minutes',              -DAY,                          5,   null],
  ['for four minutes',              -DAY,                          4,   'DURATION_INVALID'],
  ['for ten hours',                 -DAY,                          600, null],
  ['for longer than that',          -DAY,                          601, 'DURATION_INVALID'],
] as const)('F017 a conversation was held %s: %d ms from now, %d minutes: %s', (_when, ms, durationMinutes, code) => {
  expect(refuseHeld({ startsAt: inMs(ms), durationMinutes }, NOW)).toBe(code)
})

describe('F017 what a conversation is about', () => {
  test.each([
    ['nothing', {}, null],
    ['twenty topics', { topics: Array(20).fill('Vakt') }, null],
    ['twenty-one topics', { topics: Array(21).fill('Vakt') }, 'AGENDA_INVALID'],
    ['fifty goals', { goalIds: goals(50) }, null],
    ['fifty-one goals', { goalIds: goals(51) }, 'AGENDA_INVALID'],
    ['what is no goal', { goalIds: [...goals(1), NO_ID] }, 'AGENDA_INVALID'],
    ['a topic of 500 characters', { topics: ['x'.repeat(500)] }, null],
    ['a topic of 501', { topics: ['Vakt', 'x'.repeat(501)] }, 'TEXT_TOO_LONG'],
    ['a place of 500 characters', { place: 'x'.repeat(500) }, null],
    ['a place of 501', { place: 'x'.repeat(501) }, 'TEXT_TOO_LONG'],
    ['a patient’s place', { place: PATIENT }, 'NATIONAL_ID_FOUND'],
    ['a patient', { topics: ['Vakt', PATIENT], place: 'Kontoret' }, 'NATIONAL_ID_FOUND'],
  ])('%s: %#', (_what, rest, code) => {
    expect(refuseAgenda(agenda(rest))).toBe(code)
  })
  test('topics that say nothing are left out', () => {
    expect(topicsOf(['', 'Vakt', '', 'Siden sist'])).toEqual(['Vakt', 'Siden sist'])
  })
  test('B28 no text names a patient, be there one or several', () => {
    expect(refuseText()).toBeNull()
    expect(refuseText(null, 'Vakt')).toBeNull()
    expect(refuseText(null, 'Vakt', PATIENT)).toBe('NATIONAL_ID_FOUND')
  })
})

describe('what a command must have', () => {
  const [own, also] = [brandId<'LearningGoal'>('own'), brandId<'LearningGoal'>('also')]
  const other = brandId<'LearningGoal'>('other')
  const assess = (...ids: readonly Id<'LearningGoal'>[]): ConversationCommand => ({
    ...{ name: 'ASSESS_GOALS', assessments: new Map(ids.map((id) => [id, 'RECOMMENDED'])) },
  })
  const situation: Situation = {
    ...{ actorId: brandId('mona'), party: 'MENTOR', relationRuns: true, mentorThen: true, bothActive: true },
    ...{ hasMinutes: true, textSequence: 3, goalIds: [own, also], now: NOW, contentDigest: 'd' },
  }
  test.each<[string, string | null, ConversationCommand]>([
    ['F046 nothing, to be accepted', null, { name: 'ACCEPT' }],
    ['F018 nothing, to be written', null, { name: 'WRITE_MINUTES' }],
    ['F046 a time to come', 'TIME_IN_PAST', { name: 'RESCHEDULE', startsAt: inMs(-1), durationMinutes: 60 }],
    ['F046 such a time', null, { name: 'RESCHEDULE', startsAt: inMs(DAY), durationMinutes: 60 }],
    ['F017 a possible agenda', 'AGENDA_INVALID', { name: 'EDIT_AGENDA', ...agenda({ goalIds: [NO_ID] }) }],
    ['F017 such an agenda', null, { name: 'EDIT_AGENDA', ...agenda() }],
    ['F046 no reason, to be declined', null, { name: 'DECLINE', reason: null }],
    ['F046 no patient for a reason', 'NATIONAL_ID_FOUND', { name: 'DECLINE', reason: PATIENT }],
    ['F017 a reason, to be cancelled', 'REASON_REQUIRED', { name: 'CANCEL', reason: '' }],
    ['F017 such a reason', null, { name: 'CANCEL', reason: 'Syk' }],
    ['goals that it concerns', null, assess(own, also)],
    ['no others', 'AGENDA_INVALID', assess(own, other)],
    ['F059 minutes as they were read', null, { name: 'FINALISE', textSequence: 3 }],
    ['F059 no later ones', 'TEXT_CHANGED', { name: 'FINALISE', textSequence: 2 }],
  ])('%s: %s', (_what, code, command) => {
    expect(incomplete(command, situation)).toBe(code)
  })
  test('F048 F059 minutes, to be finalised', () => {
    const none = { ...situation, hasMinutes: false }
    expect(incomplete({ name: 'FINALISE', textSequence: 3 }, none)).toBe('MINUTES_MISSING')
  })
})
