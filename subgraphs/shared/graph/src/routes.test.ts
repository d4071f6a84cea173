import { once } from 'node:events'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createDispatch } from './routes.ts'
import { tableOf } from './table.ts'
import { aPerson } from './testing.ts'

let server: Server
beforeAll(async () => {
  const dispatch = createDispatch({
    table: tableOf({ isReady: async () => true }, (_, response) => void response.writeHead(200).end()),
    authenticate: async ({ headers }) => (headers['x-actor'] === 'ada' ? aPerson('ada') : null),
  })
  server = createServer((request, response) => void dispatch(request, response)).listen(0, '127.0.0.1')
  await once(server, 'listening')
})
afterAll(() => void server.close())

test.each([
  ['GET', '/health', 200, 200],
  ['GET', '/ready', 200, 200],
  ['HEAD', '/ready', 200, 200],
  ['POST', '/ready', 401, 404],
  ['POST', '/graphql', 401, 200],
  ['GET', '/graphql', 401, 405],
  ['POST', '/graphql/more', 401, 404],
  ['GET', '/health/more', 401, 404],
  ['GET', '/people', 401, 404],
  ['GET', '/', 401, 404],
])('%s %s: %i to nobody, %i to an actor, by the table alone', async (method, path, ...expected) => {
  const { port } = server.address() as AddressInfo
  const asked = ['nobody', 'ada'].map((actor) =>
    fetch(`http://127.0.0.1:${port}${path}`, { method, headers: { 'x-actor': actor } }),
  )
  expect((await Promise.all(asked)).map(({ status }) => status)).toEqual(expected)
})
