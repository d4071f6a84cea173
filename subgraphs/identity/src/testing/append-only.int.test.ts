import { createPool } from '@kompetanse/database'
import { startTestSubgraph, type TestSubgraph } from '@kompetanse/process/testing'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { database, subgraph } from '../database.ts'
import { seed } from '../seed/seed.ts'
import { NOW } from './world.ts'

let own: TestSubgraph
beforeAll(async () => {
  own = await startTestSubgraph(subgraph)
  await seed(NOW)
  const { id: traineeId } = await database.trainee.findFirstOrThrow()
  const { id: openedById } = await database.person.findFirstOrThrow({ where: { trainee: null } })
  const opening = { traineeId, openedById, role: 'SUPPORT', reason: 'Ringte om innlogging' }
  const { id } = await database.recordOpening.create({
    data: { ...opening, openedAt: NOW, until: new Date(NOW.getTime() + 60_000) },
  })
  await database.recordOpeningSeen.create({ data: { openingId: id, at: NOW } })
})
afterAll(() => own.stop())

const CHANGES = {
  history: ['UPDATE history SET at = at', 'DELETE FROM history', 'TRUNCATE history'],
  record_opening: [
    'UPDATE record_opening SET until = until',
    'DELETE FROM record_opening',
    'TRUNCATE record_opening, record_opening_seen',
  ],
  record_opening_seen: [
    'UPDATE record_opening_seen SET at = at',
    'DELETE FROM record_opening_seen',
    'TRUNCATE record_opening_seen',
  ],
}

test.each(Object.entries(CHANGES))('F026 B32 %s is neither changed nor emptied', async (table, changes) => {
  for (const [url, refusal] of [
    [own.url, `permission denied for table ${table}`],
    [own.migrationUrl, 'is never altered'],
  ] as const) {
    const pool = createPool({ url, schema: 'identity', max: 1 })
    for (const change of changes) await expect(pool.query(change)).rejects.toThrow(refusal)
    await pool.end()
  }
})
