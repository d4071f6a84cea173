import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { SUBGRAPHS } from '../parts.ts'
import { ROOT } from '../root.ts'
import { codesIn, listsOf, roomsOf, staleLists } from './readmes.ts'

const read = (...path: string[]) => readFileSync(join(ROOT, ...path), 'utf8')

test('there are subgraphs to look at', () => expect(SUBGRAPHS.length).toBeGreaterThanOrEqual(5))

test.each(SUBGRAPHS)('the README of %s lists its rooms, events, tables and refusals', async (name) => {
  const lists = await listsOf(ROOT, name)
  expect(lists['Tables']?.length).toBeGreaterThan(5)
  expect(lists['Publishes']).not.toEqual([])
  const rooms = roomsOf(join(ROOT, 'subgraphs', name, 'src'))
  expect(staleLists(read('subgraphs', name, 'README.md'), lists, rooms)).toEqual([])
})

test('the README of the gateway lists its rooms and its codes', () => {
  const Codes = codesIn(read('gateway/src/errors/codes.ts'))
  expect(Codes.length).toBeGreaterThan(30)
  expect(staleLists(read('gateway/README.md'), { Codes }, roomsOf(join(ROOT, 'gateway/src')))).toEqual([])
})

describe('the control', () => {
  const readme = [
    ...['# x', '', '| room in `src` | what |', '| --- | --- |', '| `one`, `two` | both, see `three` |', ''],
    ...['- **Hears**: `a`,', '  `b`', '- **Tables**: `t`', '', 'And `c`.', ''],
  ].join('\n')

  test('what is listed is taken, over lines, and no more', () => {
    expect(staleLists(readme, { Hears: ['a', 'b'], Tables: ['t'] }, ['one', 'two'])).toEqual([])
  })

  test.each([
    [{ Hears: ['a', 'b', 'd'], Tables: ['t'] }, ['one', 'two'], 'Hears: d is missing'],
    [{ Hears: ['a'], Tables: ['t'] }, ['one', 'two'], 'Hears: there is no b'],
    [{ Publishes: ['e'] }, ['one', 'two'], 'Publishes: e is missing'],
    [{}, ['one', 'two', 'four'], 'rooms: four is missing'],
    [{}, ['one'], 'rooms: there is no two'],
  ])('%j with %j: %s', (lists, folders, fault) => {
    expect(staleLists(readme, lists, folders)).toEqual([fault])
  })
})
