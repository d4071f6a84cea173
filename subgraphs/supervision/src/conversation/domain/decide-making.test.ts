import { accepted, refused } from '@kompetanse/command/decision'
import { describe, expect, test } from 'vitest'
import { decideMaking, type Making } from './decide-making.ts'

const at = (iso: string) => new Date(iso)
const NOW = at('2026-10-15T10:00:00Z')
const agenda = { place: null, topics: ['Vakt'], goalIds: [] }
const make = (startsAt: Date, command: Making['command'], later: readonly Date[] | null = []) =>
  decideMaking(
    { ...agenda, startsAt, durationMinutes: 45 },
    { command, times: later && [startsAt, ...later], now: NOW },
  )
const [EARLIER, LATER, TOO_LATE] = [
  '2026-10-14T10:00:00Z',
  '2026-10-16T10:00:00Z',
  '2029-10-16T10:00:00Z',
].map(at) as [Date, Date, Date]

describe('F017 F046 two make a conversation', () => {
  test.each([
    ['invited to, to come', LATER, 'INVITE', accepted({ times: [LATER] })],
    ['invited to, past', EARLIER, 'INVITE', refused('TIME_IN_PAST')],
    ['written down, held', EARLIER, 'RECORD_HELD', accepted({ times: [EARLIER] })],
    ['written down, not held yet', LATER, 'RECORD_HELD', refused('NOT_HELD_YET')],
  ] as const)('%s', (_what, startsAt, command, expected) => {
    expect(make(startsAt, command)).toEqual(expected)
  })

  test('F058 a series is to come to its last, and can be', () => {
    expect(make(LATER, 'INVITE', [LATER, TOO_LATE])).toEqual(refused('TIME_INVALID'))
    expect(make(LATER, 'INVITE', null)).toEqual(refused('SERIES_INVALID'))
  })

  test('about what can be an agenda', () => {
    const given = {
      ...agenda,
      topics: Array.from({ length: 21 }, String),
      startsAt: LATER,
      durationMinutes: 45,
    }
    expect(decideMaking(given, { command: 'INVITE', times: [LATER], now: NOW })).toEqual(
      refused('AGENDA_INVALID'),
    )
  })
})
