import { brandId } from '@kompetanse/schema/ids'
import { expect, test } from 'vitest'
import { finalisedAt, slotsOf } from './calendar.ts'

const HALF_HOUR = 1_800_000
/** Monday at midnight in Oslo, in winter. */
const MONDAY = Date.parse('2026-11-29T23:00:00Z')
const WEEK = Array.from({ length: 7 * 48 }, (_, half) => new Date(MONDAY + half * HALF_HOUR))
const PAIRS = Array.from({ length: 12 }, (_, number) => ({
  trainee: { id: brandId<'Person'>(`trainee-${number}`), trackCode: number % 2 === 0 ? 'ALM' : 'KIR' },
  since: new Date(MONDAY - 300 * 48 * HALF_HOUR),
}))

test('whenever in a week the demo is made, nothing in it is finalised at a time to come', () => {
  for (const now of WEEK)
    for (const slot of PAIRS.flatMap((pair) => slotsOf(pair, now))) {
      const isOver = slot.fate !== 'PLANNED' && slot.fate !== 'INVITED'
      expect([slot, isOver]).toEqual([slot, finalisedAt(slot) < now])
    }
})
