import { describe, expect, it } from 'vitest'
import { overviewVariables } from './address.ts'

const at = (query: string) => overviewVariables(new URL(`https://portal.example/medarbeidere${query}`), 'LED')

describe("the overview's address", () => {
  it('asks for those who have waited longest first when it says nothing', () => {
    expect(at('')).toEqual({
      scope: 'LED',
      orderBy: { field: 'LONGEST_WAIT', direction: 'DESC' },
      filter: {},
    })
  })

  it('carries search, order and filter', () => {
    expect(at('?sok=berg&sorter=navn&venter')).toEqual({
      scope: 'LED',
      orderBy: { field: 'NAME', direction: 'ASC' },
      filter: { search: 'berg', waitingOnly: true },
    })
  })

  it('falls back from an order that does not exist', () => {
    expect(at('?sorter=constructor').orderBy).toEqual({ field: 'LONGEST_WAIT', direction: 'DESC' })
  })
})
