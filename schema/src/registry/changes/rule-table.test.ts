import { ChangeType, CriticalityLevel, type Change } from '@graphql-inspector/core'
import { buildSchema } from 'graphql'
import { expect, it } from 'vitest'
import { RULES } from './rule-table.ts'
import { emptyUsage } from './usage.ts'

const KINDS = Object.keys(RULES) as (keyof typeof RULES)[]

it('each kind of change of the comparison is judged, and no other', () => {
  expect(KINDS.toSorted()).toEqual(Object.values(ChangeType).toSorted())
})

it.each(KINDS)('%s is safe for who uses nothing', (type) => {
  const schema = buildSchema('type Query { a(b: Int!): Int }')
  const criticality = { level: CriticalityLevel.Breaking }
  const change: Change = { type, path: 'Query.a.b', message: '', meta: {}, criticality }
  const party = { usage: emptyUsage(), fits: true, before: schema, after: schema }
  expect(RULES[type](change, party)).toBe('safe')
})
