import { ChangeType } from '@graphql-inspector/core'
import { expect, it } from 'vitest'
import { RULES } from './rule-table.ts'

it('each kind of change of the comparison is judged, and no other', () => {
  expect(Object.keys(RULES).toSorted()).toEqual(Object.values(ChangeType).toSorted())
})
