import { createPool } from '@kompetanse/database'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { pool } from '../database.ts'
import { acts } from './acts.ts'
import { startTestGraph, type TestGraph } from './graph.ts'

let graph: TestGraph
beforeAll(async () => {
  graph = await startTestGraph()
  const { trainee, leader } = await graph.aCircle()
  const absence = { kind: 'SICKNESS', startsOn: '2026-06-01', endsOn: '2026-06-05', share: 1 }
  const gap = { startsOn: '2026-07-01', endsOn: '2026-07-05', reason: 'Veileder borte' }
  await acts(graph).signed(trainee, leader, { absences: [absence], unsupervisedPeriods: [gap] })
})
afterAll(() => graph.stop())

const WRITTEN_ONCE = ['service_period_history', 'decision_record', 'service_time_rule']

describe('what is written once', () => {
  test.each(WRITTEN_ONCE)(
    'F141 %s may not be changed, emptied or loosened by the role that serves',
    async (table) => {
      const denied = `permission denied for table ${table}`
      await expect(pool.query(`UPDATE ${table} SET id = id`)).rejects.toThrow(denied)
      await expect(pool.query(`DELETE FROM ${table}`)).rejects.toThrow(denied)
      await expect(pool.query(`TRUNCATE ${table}`)).rejects.toThrow(denied)
      await expect(pool.query(`ALTER TABLE ${table} DISABLE TRIGGER ALL`)).rejects.toThrow('must be owner')
    },
  )

  test.each([
    "UPDATE service_period SET share = 5000, signature_comment = 'x'",
    'UPDATE absence SET share = 1',
    'DELETE FROM absence',
    'UPDATE unsupervised_period SET ends_on = starts_on',
    `INSERT INTO absence (id, period_id, kind, starts_on, ends_on, share)
     SELECT gen_random_uuid(), id, 'SICKNESS', starts_on, starts_on, 10000 FROM service_period`,
  ])('F134 F136 what is signed is not written to: %s', async (change) => {
    await expect(pool.query(change)).rejects.toThrow('is signed')
  })

  test('F141 a period is taken away by a mark, never by deleting its row', async () => {
    await expect(pool.query('DELETE FROM service_period')).rejects.toThrow('permission denied')
  })

  test.each(['service_period_history', 'decision_record'])('F141 nor is %s by its owner', async (table) => {
    const owner = createPool({ url: graph.migrationUrl, schema: 'service_time', max: 1 })
    for (const change of [`UPDATE ${table} SET at = at`, `DELETE FROM ${table}`, `TRUNCATE ${table}`])
      await expect(owner.query(change)).rejects.toThrow('append only')
    await owner.end()
  })
})
