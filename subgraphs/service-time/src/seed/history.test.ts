import { expect, test } from 'vitest'
import { onDay } from './history.ts'

test('the demo is given its steps in the morning of a day, and none at a time to come', () => {
  const early = new Date('2026-11-30T05:00:00Z')
  expect(onDay('2026-11-29', early)).toEqual(new Date('2026-11-29T09:00:00Z'))
  expect(onDay('2026-11-30', early)).toEqual(early)
})
