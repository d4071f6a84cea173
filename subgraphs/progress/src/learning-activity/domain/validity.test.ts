import { describe, expect, test } from 'vitest'
import type { Fulfilled, Signed } from './activity.ts'
import { anActivity } from './testing.ts'
import { onDay, validUntil } from './validity.ts'

/** Performed, the months it counts, the last day of them. */
test.each([
  ['2026-03-31', null, null],
  ['2026-03-31', 0, '2026-03-31'],
  ['2026-03-31', 1, '2026-04-30'],
  ['2026-01-31', 1, '2026-02-28'],
  ['2024-02-29', 12, '2025-02-28'],
  ['2026-12-15', 1, '2027-01-15'],
  ['2026-03-10', 60, '2031-03-10'],
] as const)('F124 performed on %s it counts %s months, until %s', (performedOn, validMonths, last) => {
  expect(validUntil({ performedOn, comment: null }, { validMonths })).toBe(last)
})

describe.each(['SIGNED', 'FULFILLED'] as const)('F124 a recurring one that is %s', (status) => {
  const until = (last: string | null) => ({ ...(anActivity(status) as Signed | Fulfilled), validUntil: last })

  test.each([
    [null, '2999-12-31', status],
    ['2026-09-15', '2026-09-14', status],
    ['2026-09-15', '2026-09-15', status],
    ['2026-09-15', '2026-09-16', 'LAPSED'],
    ['2026-09-30', '2026-10-01', 'LAPSED'],
  ] as const)('until %s, reads on %s as %s', (last, today, reads) => {
    const activity = until(last)
    expect(onDay(activity, today)).toEqual(
      reads === 'LAPSED' ? { status: 'LAPSED', was: activity } : activity,
    )
  })
})
