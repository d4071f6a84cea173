import { describe, expect, it } from 'vitest'
import { lanesOf } from './lanes.ts'
import type { Row } from './queries.ts'

const NOW = Date.parse('2026-10-15T12:00:00Z')
const DAY = 86_400_000
const ME = { id: 'me', displayName: 'Amalie Nygård' }
const OTHER = { id: 'other', displayName: 'Per Arne Lunde' }

const aRow = (id: string, days: number, rest: Partial<Row> = {}): Row => ({
  ...{ id, status: 'PLANNED', durationMinutes: 60, place: null, availableCommands: [], series: null },
  ...{ startsAt: new Date(NOW + days * DAY).toISOString(), endsAt: new Date(NOW + days * DAY).toISOString() },
  ...{ trainee: ME, mentor: OTHER, invitedBy: OTHER },
  preparations: [{ part: 'TRAINEE_PREPARATION', sequence: 0, author: { id: 'me' } }],
  ...rest,
})

describe('F039 F043 what waits in conversations', () => {
  it('puts each conversation in one lane, by what the person can do with it', () => {
    const rows = [
      aRow('answer', 3, { availableCommands: ['ACCEPT', 'DECLINE'] }),
      aRow('finalise', -1, { availableCommands: ['FINALISE'] }),
      aRow('prepare', 3, { availableCommands: ['WRITE_PREPARATION'] }),
      aRow('prepared', 4, {
        preparations: [{ part: 'TRAINEE_PREPARATION', sequence: 2, author: { id: 'me' } }],
      }),
      aRow('not yet', 30, { availableCommands: ['FINALISE'] }),
      aRow('prepared by the other', 5, {
        preparations: [
          { part: 'TRAINEE_PREPARATION', sequence: 0, author: { id: 'me' } },
          { part: 'MENTOR_PREPARATION', sequence: 1, author: { id: 'other' } },
        ],
      }),
    ]
    const lanes = lanesOf(rows, 'me', NOW)
    const ids = Object.fromEntries(Object.entries(lanes).map(([lane, of]) => [lane, of.map(({ id }) => id)]))
    expect(ids).toEqual({
      answer: ['answer'],
      finalise: ['finalise'],
      prepare: ['prepare', 'prepared by the other'],
      upcoming: ['prepared', 'not yet'],
    })
  })

  it.each(['CANCELLED', 'DECLINED', 'FINALISED'] as const)(
    'leaves out what is %s, though the list was read before',
    (status) => {
      const lanes = lanesOf([aRow('closed', 3, { status, availableCommands: [] })], 'me', NOW)
      expect(Object.values(lanes).flat()).toEqual([])
    },
  )
})
