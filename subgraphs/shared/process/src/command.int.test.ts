import { createTestDatabase } from '@kompetanse/database/testing'
import { defineSubgraph, runCommand } from './index.ts'
import { join } from 'node:path'
import { expect, test } from 'vitest'

test('a command may pause in a transaction for longer than who serves', async () => {
  const own = await createTestDatabase('identity')
  process.env['DATABASE_URL'] = own.url
  const sources = join(import.meta.dirname, '../../../identity/src')
  const subgraph = defineSubgraph(sources, () => ({ $disconnect: () => Promise.resolve() }))
  const limits: unknown[] = []
  const limit = async () => {
    const { rows } = await subgraph.pool.query('SHOW idle_in_transaction_session_timeout')
    limits.push(...(rows as unknown[]))
  }
  await runCommand(subgraph, () => Promise.all([limit(), limit()]).then(() => undefined))
  await own.drop()
  const patient = { idle_in_transaction_session_timeout: '1min' }
  expect(limits).toEqual([patient, patient])
})
