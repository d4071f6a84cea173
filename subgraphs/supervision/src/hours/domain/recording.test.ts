import { accepted, refused } from '@kompetanse/command/decision'
import { expect, test } from 'vitest'
import { decideRecording } from './entry.ts'

const TODAY = '2026-10-15'
const said = { on: TODAY, hours: 1.5, note: null }

test.each([
  ['by a mentor of today', {}, true, accepted({ said })],
  ['by nobody else', {}, false, refused('NOT_PERMITTED')],
  ['no hours', { hours: 0 }, true, refused('HOURS_INVALID')],
  ['of tomorrow', { on: '2026-10-16' }, true, refused('DATE_IN_FUTURE')],
  ['with a patient', { note: 'Pasient 010100 12356' }, true, refused('NATIONAL_ID_FOUND')],
] as const)('B06 supervision is recorded %s', (_how, rest, isMentor, expected) => {
  expect(decideRecording({ ...said, ...rest }, { isMentor, today: TODAY })).toEqual(expected)
})
