import type { GraphContext } from '@kompetanse/graph'
import { assert, asyncProperty, array, constantFrom, integer, nat, record } from 'fast-check'
import { describe, expect, test } from 'vitest'
import { commandsOn, type Given } from './commands.ts'
import { accepted, refused } from './decision.ts'
import { notFound } from './outcome.ts'

type Command = 'ADD' | 'FORBIDDEN'
interface Thing {
  readonly row: { readonly id: string; readonly version: number }
}
type Given1 = Given<Command>

const context = {} as GraphContext

/** Counters that a command adds one to; a transaction that throws leaves them as they were. */
function counters(ids: readonly string[]) {
  let rows = new Map(ids.map((id) => [id, { id, version: 1 }]))
  const written: string[][] = []
  const commands = commandsOn<
    Map<string, Thing['row']>,
    Thing,
    Command,
    { readonly next: number },
    'NOT_PERMITTED'
  >({
    async transaction(work) {
      const mine = new Map(rows)
      const result = await work(mine)
      rows = mine
      return result
    },
    load: async (tx, given) =>
      new Map(given.flatMap(({ id }) => (tx.has(id) ? [[id, { row: tx.get(id) as Thing['row'] }]] : []))),
    decide: ({ row }, command) =>
      command === 'FORBIDDEN' ? refused('NOT_PERMITTED') : accepted({ next: row.version + 1 }),
    async save(tx, changes) {
      written.push(changes.map(({ id }) => id))
      for (const { id, next } of changes) tx.set(id, { id, version: next })
    },
  })
  return { commands, written, versionOf: (id: string) => rows.get(id)?.version }
}

const give = (id: string, command: Command = 'ADD', expectedVersion: number | null = 1): Given1 => ({
  ...{ id, command, expectedVersion },
})

describe('a command', () => {
  test('is done, and says what was written', async () => {
    const { commands, versionOf } = counters(['a'])
    const outcome = await commands.perform(give('a'), context)
    expect(outcome).toEqual({
      kind: 'done',
      value: { id: 'a', kind: 'accepted', next: 2, row: { id: 'a', version: 1 } },
    })
    expect(versionOf('a')).toBe(2)
  })

  test.each([
    ['of what is not seen', give('b'), { kind: 'not-found', code: 'NOT_FOUND', id: 'b' }],
    [
      'on what has changed',
      give('a', 'ADD', 7),
      { kind: 'stale', code: 'STALE_VERSION', expectedVersion: 7, currentVersion: 1 },
    ],
    ['that is not permitted', give('a', 'FORBIDDEN'), { kind: 'refused', code: 'NOT_PERMITTED', id: 'a' }],
    ['that is not permitted, on what has changed', give('a', 'FORBIDDEN', 0), { kind: 'stale' }],
  ])('%s writes nothing', async (_what, given, outcome) => {
    const { commands, versionOf } = counters(['a'])
    expect(await commands.perform(given, context)).toMatchObject(outcome)
    expect(versionOf('a')).toBe(1)
  })

  test('that decides on nothing that was seen is never stale', async () => {
    const { commands } = counters(['a'])
    expect(await commands.perform(give('a', 'ADD', null), context)).toMatchObject({ kind: 'done' })
  })
})

describe('a command with something beside it', () => {
  test('gives what was made, and saves the change as it came back', async () => {
    const { commands, versionOf } = counters(['a'])
    const also = async (
      _tx: unknown,
      change: { readonly next: number } & Thing & { readonly id: string },
    ) => ({
      ...{ made: 'a comment', change: { ...change, next: 9 } },
    })
    const outcome = await commands.performWith(give('a'), also, context)
    expect(outcome).toMatchObject({ kind: 'done', value: { made: 'a comment', next: 9 } })
    expect(versionOf('a')).toBe(9)
  })

  test('is not found when that is not found, and then nothing is saved', async () => {
    const { commands, written } = counters(['a'])
    expect(await commands.performWith(give('a'), async () => notFound('upload'), context)).toEqual(
      notFound('upload'),
    )
    expect(written).toEqual([])
  })

  test('that is refused makes nothing', async () => {
    const { commands } = counters(['a'])
    let made = false
    const also = async () => ({ made: (made = true) })
    expect(await commands.performWith(give('a', 'FORBIDDEN'), also, context)).toMatchObject({
      kind: 'refused',
    })
    expect(made).toBe(false)
  })
})

test('B01 of many, each answers for itself, in the order sent, and one save writes those that are done', async () => {
  const row = record({
    id: nat({ max: 8 }).map(String),
    command: constantFrom<Command>('ADD', 'FORBIDDEN'),
    expectedVersion: integer({ min: 1, max: 2 }),
  })
  const rows = array(row, { maxLength: 8 }).map((all) => [
    ...new Map(all.map((each) => [each.id, each])).values(),
  ])
  await assert(
    asyncProperty(rows, async (given) => {
      const { commands, written, versionOf } = counters(['0', '1', '2', '3', '4'])
      const outcomes = await commands.performAll(given, context)
      const wanted = given.map(({ id, command, expectedVersion }) =>
        Number(id) > 4
          ? 'not-found'
          : expectedVersion === 2
            ? 'stale'
            : command === 'ADD'
              ? 'done'
              : 'refused',
      )
      expect(outcomes.map(({ kind }) => kind)).toEqual(wanted)
      expect(written).toEqual([given.flatMap(({ id }, at) => (wanted[at] === 'done' ? id : []))])
      for (const [at, { id }] of given.entries())
        if (wanted[at] !== 'not-found') expect(versionOf(id)).toBe(wanted[at] === 'done' ? 2 : 1)
    }),
  )
})
