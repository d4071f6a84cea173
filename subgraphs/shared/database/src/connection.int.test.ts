import { afterAll, beforeAll, expect, it } from 'vitest'
import { createPool } from './connection.ts'
import { createTestDatabase, type TestDatabase } from './testing.ts'

let database: TestDatabase
beforeAll(async () => {
  database = await createTestDatabase('identity')
})
afterAll(() => database.drop())

it('B02 a connection that is cut while it is lent out ends neither the process nor the pool', async () => {
  const pool = createPool({ url: database.url, schema: 'identity', max: 2 })
  const lent = await pool.connect()
  const { rows } = await lent.query<{ pid: number }>('SELECT pg_backend_pid() AS pid')
  // Without a listener of the pool's own this would be thrown past everybody.
  const cut = new Promise((resolve) => lent.once('end', () => resolve(true)))
  expect(lent.listenerCount('error')).toBeGreaterThan(0)
  await pool.query('SELECT pg_terminate_backend($1)', [rows[0]?.pid])
  expect(await cut).toBe(true)
  lent.release(true)
  expect((await pool.query('SELECT 1 AS one')).rows).toEqual([{ one: 1 }])
  await pool.end()
})
