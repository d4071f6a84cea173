import { randomUUID } from 'node:crypto'
import { directoryCopies } from '@kompetanse/directory'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { NOON, startTestGraph, type TestGraph } from '../testing/graph.ts'

let graph: TestGraph
beforeAll(async () => {
  graph = await startTestGraph()
})
afterAll(() => graph.stop())

const cancelledAt = NOON.toISOString()
const runs = { validFrom: '2026-01-01', validTo: '2026-12-31', cancelledAt: null }

/** What is told of one thing, of each of the directory's events: it begins, changes, and is taken back where it can be. */
const STORIES: Readonly<Record<string, () => readonly object[]>> = {
  'identity.person': () => {
    const person = { personId: randomUUID(), unit: null, enterprise: null, regionCode: null, trainee: null }
    return [
      { ...person, displayName: 'Kari', active: true, version: 1 },
      { ...person, displayName: 'Kari', active: false, version: 2 },
    ]
  },
  'identity.relation': () => {
    const ids = { relationId: randomUUID(), traineeId: randomUUID(), personId: randomUUID() }
    const relation = { ...ids, kind: 'MENTOR', ...runs }
    return [
      { ...relation, version: 1 },
      { ...relation, cancelledAt, version: 2 },
    ]
  },
  'identity.deputyship': () => {
    const ids = { deputyshipId: randomUUID(), leaderId: randomUUID(), deputyId: randomUUID() }
    return [
      { ...ids, ...runs, version: 1 },
      { ...ids, ...runs, cancelledAt, version: 2 },
    ]
  },
}

/** The directory's tables by the database whose statement of that number fails, once. */
function failing(at: number) {
  let statements = 0
  const { pool } = graph.own
  const query = (text: string, values: unknown[]) =>
    statements++ === at ? Promise.reject(new Error('the connection broke')) : pool.query(text, values)
  return { copies: directoryCopies({ query } as never), failed: () => statements > at }
}

const rowsOf = async (table: string) => {
  const { rows } = await graph.own.pool.query<{ row: object }>(`SELECT to_jsonb(t) AS row FROM ${table} t`)
  return rows.map(({ row }) => JSON.stringify(row)).toSorted()
}

test('every event of the directory has a story', () => {
  const events = directoryCopies(graph.own.pool).map(({ event }) => event.name)
  expect(Object.keys(STORIES)).toEqual(events)
})

test.each(Object.keys(STORIES))(
  'F093 %s: a delivery that broke off at any statement is made good by the next',
  async (name) => {
    const sound = directoryCopies(graph.own.pool).find(({ event }) => event.name === name)
    if (!sound) throw new Error(`nobody keeps ${name}`)
    const state = async () => Promise.all(sound.tables.map(rowsOf))
    const story = STORIES[name]?.() ?? []
    const id = String(Object.values(story[0] ?? {})[0])
    for (const [step, event] of story.entries()) {
      const before = story.slice(0, step)
      await sound.keep(event as never)
      const right = await state()
      // In the tables that are emptied before it is told anew.
      expect(right.flat().join()).toContain(id)
      for (let at = 0; ; at += 1) {
        // From the beginning, as if it had never been told.
        for (const table of sound.tables)
          await graph.own.pool.query(`DELETE FROM ${table} WHERE id = $1`, [id])
        for (const earlier of before) await sound.keep(earlier as never)
        const broken = failing(at)
        const copy = broken.copies.find(({ event: { name: of } }) => of === name)
        await copy?.keep(event as never).catch(() => {})
        await sound.keep(event as never)
        expect(await state()).toEqual(right)
        if (!broken.failed()) break
      }
    }
  },
)
