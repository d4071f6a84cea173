import { describe, expect, it } from 'vitest'
import { countLanes } from './lane.ts'

describe('the lanes of a plan', () => {
  it('counts every goal in one lane', () => {
    const goals = (
      ['NOT_STARTED', 'IN_PROGRESS', 'COMPLETED', 'WAITING', 'REJECTED', 'APPROVED', 'APPROVED'] as const
    ).map((status) => ({ status }))
    expect(countLanes(goals)).toEqual({ missing: 2, ready: 1, waiting: 1, rejected: 1, approved: 2 })
  })
})
