import { createServer } from 'node:http'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { exchangeFile } from '../http/file-exchange.ts'
import { endings, READ } from '../../testing/wire-client.ts'
import { DATA } from '../../testing/wire-subgraph.ts'
import { readAddress } from './address.ts'

const { client } = endings()

it.each([
  [
    'http://127.0.0.1:4001/graphql',
    { origin: 'http://127.0.0.1:4001', path: '/graphql', onThisMachine: true },
  ],
  ['http://localhost:4001/', { origin: 'http://localhost:4001', path: '/', onThisMachine: true }],
  ['http://[::1]:4001/graphql', { origin: 'http://[::1]:4001', path: '/graphql', onThisMachine: true }],
  [
    'https://progress.internal/a?b=c',
    { origin: 'https://progress.internal', path: '/a?b=c', onThisMachine: false },
  ],
  [
    'http://127.example.org/graphql',
    { origin: 'http://127.example.org', path: '/graphql', onThisMachine: false },
  ],
  [
    'http+unix:/run/progress.sock:/graphql',
    { origin: 'http://localhost', path: '/graphql', socketPath: '/run/progress.sock', onThisMachine: true },
  ],
])('%s', (text, address) => {
  expect(readAddress(text)).toEqual(address)
})

it.each([
  '/graphql',
  'http+unix:/run/progress.sock',
  'http+unix:run/progress.sock:/graphql',
  'http+unix:/run/my progress.sock:/graphql',
])('what is no address is refused: %s', (text) => {
  expect(() => readAddress(text)).toThrow()
})

it('a subgraph on a Unix socket serves its graph, actors and files like one on a port', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'subgraph-'))
  const file = join(folder, 'graph.sock')
  const server = createServer((request, response) =>
    response.end(request.url === '/graphql' ? DATA : request.url),
  ).listen(file)
  await once(server, 'listening')
  const one = client([`http+unix:${file}:/graphql`])
  expect((await one.send(READ)).body.toString()).toBe(DATA)
  expect((await one.get('/actor?subject=ada', {})).body.toString()).toBe('/actor?subject=ada')
  const { signal } = new AbortController()
  const download = { method: 'GET', path: '/files/plan', headers: {}, upload: null, signal } as const
  const { answer } = await exchangeFile(one.replicas, download)
  expect(await answer.body.text()).toBe('/files/plan')
  server.closeAllConnections()
  server.close()
  await rm(folder, { recursive: true })
})
