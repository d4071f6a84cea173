import { isNullableType } from 'graphql'
import { describe, expect, it } from 'vitest'
import { mutations } from './testing/graph.ts'

describe('a mutation that fails late', () => {
  it.each(mutations)('takes none of the others with it that were done: $name', ({ type }) => {
    expect(isNullableType(type)).toBe(true)
  })

  it('is one of all that there are', () => {
    expect(mutations.length).toBeGreaterThan(80)
  })
})
