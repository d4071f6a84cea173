import { brandId } from '@kompetanse/schema/ids'
import { describe, expect, test } from 'vitest'
import {
  availableCommands,
  decideEntry,
  ENTRY_COMMANDS,
  minutesOf,
  type Entry,
  type EntryCommand,
} from './entry.ts'

const TODAY = '2026-09-15'
const own: Entry = { kind: 'OTHER_GUIDANCE', recordedById: brandId('mona') }
const to = { on: TODAY, hours: 2, note: null }
const correct = (rest: object = {}, reason: string | null = 'Feil dag'): EntryCommand => ({
  ...{ name: 'CORRECT', to: { ...to, ...rest }, reason },
})
const remove = (reason: string | null): EntryCommand => ({ name: 'REMOVE', reason })
const decide = (command: EntryCommand, entry = own, actorId = 'mona') =>
  decideEntry(entry, command, { actorId: brandId(actorId), today: TODAY })

test.each([
  [0, null],
  [0.4 / 60, null],
  [1 / 60, 1],
  [0.75, 45],
  [24, 1_440],
  [24 + 1 / 60, null],
  [-1, null],
  [NaN, null],
])('B06 %s hours are so many minutes, from one to a day: %s', (hours, minutes) => {
  expect(minutesOf(hours)).toBe(minutes)
})

describe('B06 what was recorded by hand', () => {
  test('is corrected or taken away by who recorded it', () => {
    expect(decide(correct())).toEqual({ kind: 'accepted', command: correct() })
    expect(decide(remove('Dobbelt'))).toEqual({ kind: 'accepted', command: remove('Dobbelt') })
    expect(availableCommands(own, brandId('mona'))).toEqual(ENTRY_COMMANDS)
  })
  test.each([
    ['by somebody else', 'NOT_PERMITTED', () => decide(remove('Feil'), own, 'ada')],
    ['of a conversation', 'NOT_IN_THIS_STATE', () => decide(correct(), { ...own, kind: 'CONVERSATION' })],
    ['of a meeting', 'NOT_IN_THIS_STATE', () => decide(remove('Feil'), { ...own, kind: 'GROUP' })],
    ['to no time', 'HOURS_INVALID', () => decide(correct({ hours: 0 }))],
    ['to tomorrow', 'DATE_IN_FUTURE', () => decide(correct({ on: '2026-09-16' }))],
    ['with a patient', 'NATIONAL_ID_FOUND', () => decide(correct({ note: 'Pasient 010100 12356' }))],
    ['without a reason', 'REASON_REQUIRED', () => decide(correct({}, null))],
    ['for an empty one', 'REASON_REQUIRED', () => decide(remove(''))],
    ['for a patient', 'NATIONAL_ID_FOUND', () => decide(remove('Pasient 010100 12356'))],
  ])('but not %s: %s', (_name, code, decision) => {
    expect(decision()).toEqual({ kind: 'refused', code })
  })
  test('nobody else can do anything with it, nor anybody with what was not recorded so', () => {
    expect(availableCommands(own, brandId('ada'))).toEqual([])
    expect(availableCommands({ ...own, kind: 'GROUP' }, brandId('mona'))).toEqual([])
  })
})
