import { expect, it } from 'vitest'
import { after, isNewer, positionOf } from './position.ts'

it.each([
  ['002', '001', true],
  ['001', '001', false],
  ['001', '002', false],
  // Where a subgraph counts without leading zeros.
  ['10', '9', true],
  ['9', '10', false],
])('B02 %s is newer than %s: %j', (position, than, isIt) => {
  expect(isNewer(position, than)).toBe(isIt)
})

it('B02 a start names a position only where it is one', () => {
  expect(positionOf(after('001'))).toBe('001')
  expect(positionOf({ kind: 'now', given: undefined })).toBeNull()
  expect(positionOf({ kind: 'elsewhere', given: '001' })).toBeNull()
})
