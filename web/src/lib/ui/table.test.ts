import { expect, test } from 'vitest'
import { sortAfter, toggled, toggledAll } from './table.ts'

test('a heading sorts by its column, and turns it round when it does already', () => {
  const name = { name: 'name', text: 'Name', sorts: 'ascending' } as const
  const age = { name: 'age', text: 'Age', sorts: 'descending' } as const
  expect(sortAfter(undefined, name)).toEqual({ by: 'name', direction: 'ascending' })
  expect(sortAfter({ by: 'name', direction: 'ascending' }, name).direction).toBe('descending')
  expect(sortAfter({ by: 'name', direction: 'descending' }, name).direction).toBe('ascending')
  expect(sortAfter({ by: 'name', direction: 'ascending' }, age)).toEqual({
    by: 'age',
    direction: 'descending',
  })
})

test('a row is selected and let go, and the others stay', () => {
  expect(toggled(['a'], 'b')).toEqual(['a', 'b'])
  expect(toggled(['a', 'b'], 'a')).toEqual(['b'])
})

test('all that is shown is selected or let go; what is not shown stays as it is', () => {
  expect(toggledAll(['x', 'a'], ['a', 'b'])).toEqual(['x', 'a', 'b'])
  expect(toggledAll(['x', 'a', 'b'], ['a', 'b'])).toEqual(['x'])
})
