import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { buildSchema, isNullableType } from 'graphql'
import { describe, expect, it } from 'vitest'

const api = buildSchema(readFileSync(join(import.meta.dirname, '../api.graphql'), 'utf8'))
const mutations = Object.values(api.getMutationType()?.getFields() ?? {})

describe('a mutation that fails late', () => {
  it.each(mutations)('takes none of the others with it that were done: $name', ({ type }) => {
    expect(isNullableType(type)).toBe(true)
  })

  it('is one of all that there are', () => {
    expect(mutations.length).toBeGreaterThan(80)
  })
})
