import { expect, test } from 'vitest'
import { decideEndOf } from './ending.ts'

const running = { validFrom: '2026-01-01', validTo: null, cancelled: false }
const over = { ...running, validTo: '2026-10-14' }
const today = '2026-10-15'

test.each([
  ['at once', running, null, true, { ending: { lastDay: '2026-10-14' } }],
  ['after a day of its own', running, '2026-12-31', true, { ending: { lastDay: '2026-12-31' } }],
  [
    'on its first day: as if it had never been',
    { ...running, validFrom: today },
    null,
    true,
    { ending: { cancelled: true } },
  ],
  ['by who may not', running, null, false, { code: 'NOT_PERMITTED' }],
  ['when it is over', over, null, true, { code: 'PERIOD_INVALID' }],
  ['when it is over, by who may not', over, null, false, { code: 'PERIOD_INVALID' }],
  ['before it began', running, '2025-12-31', true, { code: 'PERIOD_INVALID' }],
  ['before it began, by who may not', running, '2025-12-31', false, { code: 'NOT_PERMITTED' }],
] as const)('F012 F062 F100 what holds for days is ended %s', (_how, period, endsOn, mayEnd, expected) => {
  expect(decideEndOf(period, endsOn, { mayEnd, today })).toMatchObject(expected)
})
