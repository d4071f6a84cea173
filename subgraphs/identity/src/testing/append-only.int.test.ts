import { createPool } from '@kompetanse/database'
import { startTestSubgraph, type TestSubgraph } from '@kompetanse/process/testing'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { subgraph } from '../database.ts'
import { seed } from '../seed/seed.ts'
import { NOW } from './world.ts'

let own: TestSubgraph
beforeAll(async () => {
  own = await startTestSubgraph(subgraph)
  await seed(NOW)
})
afterAll(() => own.stop())

const CHANGES = ['UPDATE history SET at = at', 'DELETE FROM history', 'TRUNCATE history']

test.each([
  ['who serves lacks the right', () => own.url, 'permission denied for table history'],
  ['its owner is refused', () => own.migrationUrl, 'history is never altered'],
])('F026 history is neither changed nor emptied: %s', async (_who, url, refusal) => {
  const pool = createPool({ url: url(), schema: 'identity', max: 1 })
  for (const change of CHANGES) await expect(pool.query(change)).rejects.toThrow(refusal)
  await pool.end()
})
