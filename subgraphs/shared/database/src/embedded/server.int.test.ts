import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { startServer } from './server.ts'
import { startTemporaryServer } from './temporary.ts'
import { withClient } from './with-client.ts'

const dataDir = mkdtempSync(join(tmpdir(), 'server-'))
afterAll(() => rmSync(dataDir, { recursive: true, force: true }))

test('B02 what was committed is there after the server is killed, also where the machine may lose it', async () => {
  const options = { dataDir, durable: false }
  let server = await startServer(options)
  await withClient(server.adminUrl, (client) => client.query('CREATE TABLE kept (n int)'))
  for (const n of [1, 2, 3]) {
    await withClient(server.adminUrl, (client) => client.query('INSERT INTO kept VALUES ($1)', [n]))
    await server.stop('SIGKILL')
    server = await startServer(options)
  }
  const { rows } = await withClient(server.adminUrl, (client) =>
    client.query<{ n: number }>('SELECT n FROM kept ORDER BY n'),
  )
  await server.stop()
  expect(rows.map(({ n }) => n)).toEqual([1, 2, 3])
})

test('what is searched for is found in either case, also by the letters of Norwegian', async () => {
  const server = await startTemporaryServer()
  const asked = `SELECT 'Øyelege' ILIKE 'øYE%' AS pattern, lower('ÆØÅ') AS lower,
    to_tsvector('norwegian', 'Øye') = to_tsvector('norwegian', 'øye') AS word`
  const { rows } = await withClient(server.adminUrl, (client) => client.query(asked))
  await server.stop()
  expect(rows).toEqual([{ pattern: true, lower: 'æøå', word: true }])
})
