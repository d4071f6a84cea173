import { generateKeyPairSync } from 'node:crypto'
import { once } from 'node:events'
import { existsSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { request } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { json } from 'node:stream/consumers'
import { setTimeout as delay } from 'node:timers/promises'
import { buildSubgraphSchema } from '@apollo/subgraph'
import { ACTOR_HEADER, importActorKey, signActorToken } from '@kompetanse/schema/actor-token'
import { PothosValidationError } from '@pothos/core'
import { GraphQLError, parse } from 'graphql'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { WebSocket } from 'ws'
import type { GraphContext } from './context.ts'
import { logger } from './log.ts'
import { DateScalar } from './scalars.ts'
import type { Route } from './routes.ts'
import { serveSubgraph, type SubgraphServer } from './server.ts'
import { aPerson } from './testing.ts'

const { publicKey, privateKey } = generateKeyPairSync('ed25519')
const began = vi.fn<() => void>()
const ended = vi.fn<() => Promise<void>>(async () => undefined)

const typeDefs = parse(`
  scalar Date
  type Query { who: String!  echo(n: Int!): Int  on(date: Date!): Date  page(first: Int!): Int
    pages(first: Int, last: Int, before: String, after: String): Int  bug: Int  away: Int  refused: Int  none: Int!  slow: Int }
  type Subscription { counted: Int }
`)
const Query = {
  who: (_: unknown, __: unknown, context: unknown) => {
    const { actor, now } = context as GraphContext
    return `${actor.personId} ${now.getUTCFullYear()}`
  },
  echo: (_: unknown, { n }: { n: number }) => n,
  page: (_: unknown, { first }: { first: number }) => {
    if (first < 0) throw new PothosValidationError('Argument "first" must be a non-negative integer')
    return first
  },
  on: (_: unknown, { date }: { date: string }) => date,
  bug: () => {
    throw new Error('row 7 of Ada Solheim')
  },
  away: () => {
    throw Object.assign(new Error('connect ECONNREFUSED 10.0.0.7:5432'), { code: 'ECONNREFUSED' })
  },
  refused: () => {
    throw new GraphQLError('Not yours', { extensions: { code: 'FORBIDDEN' } })
  },
  none: () => null,
  slow: async () => {
    began()
    await delay(200)
    return 1
  },
}

/** One event, then none until it is over. */
async function* events() {
  yield { cursor: '0001', counted: 1 }
  await new Promise(() => undefined)
}
const Subscription = { counted: { subscribe: events } }

let server: SubgraphServer
let token = ''
let folder = ''
const socketPath = () => join(folder, 'graph.sock')

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'subgraph-'))
  vi.stubEnv('SOCKET', socketPath())
  vi.stubEnv('ACTOR_PUBLIC_KEY', JSON.stringify(publicKey.export({ format: 'jwk' })))
  const key = await importActorKey(JSON.stringify(privateKey.export({ format: 'jwk' })))
  token = await signActorToken(aPerson('ada'), key)
  const schema = buildSubgraphSchema({ typeDefs, resolvers: { Query, Subscription, Date: DateScalar } })
  const routes: Route[] = [{ path: '/away', methods: ['GET'], who: 'actor', answer: Query.away }]
  server = await serveSubgraph({ name: 'test', schema, routes, isReady: async () => true, onStop: ended })
})
afterAll(async () => {
  await server.stop()
  await rm(folder, { recursive: true })
})

/** As the gateway posts it. */
function post(body: unknown, headers: Record<string, string> = { [ACTOR_HEADER]: token }): Promise<Response> {
  const fixed = { 'content-type': 'application/json', accept: 'application/json' }
  const text = typeof body === 'string' ? body : JSON.stringify(body)
  return fetch(`http://127.0.0.1:${server.port}/graphql`, {
    method: 'POST',
    headers: { ...fixed, ...headers },
    body: text,
  })
}
const ask = async (query: string) => (await post({ query })).json() as Promise<unknown>

/** As `ask`, over the Unix socket. */
async function askLocally(query: string): Promise<unknown> {
  const headers = { 'content-type': 'application/json', [ACTOR_HEADER]: token }
  const options = { socketPath: socketPath(), path: '/graphql', method: 'POST', headers, agent: false }
  const asking = request(options).end(JSON.stringify({ query }))
  const [response] = (await once(asking, 'response')) as [NodeJS.ReadableStream]
  return json(response)
}

test('an answer without errors begins with its data, is plain JSON and says its length', async () => {
  const response = await post({ query: '{ who }' })
  expect(response.status).toBe(200)
  expect(response.headers.get('content-type')).toMatch(/^application\/json/)
  const text = await response.text()
  expect(response.headers.get('content-length')).toBe(`${text.length}`)
  expect(text).toBe(`{"data":{"who":"ada ${new Date().getUTCFullYear()}"}}`)
})

test('an answer with errors begins with them', async () => {
  const text = await (await post({ query: '{ refused }' })).text()
  expect(text).toMatch(/^\{"errors":\[/)
})

test('an error that was raised with a code goes out as it is', async () => {
  expect(await ask('{ refused who }')).toMatchObject({
    data: { refused: null, who: expect.stringContaining('ada') },
    errors: [{ message: 'Not yours', path: ['refused'], extensions: { code: 'FORBIDDEN' } }],
  })
})

test('that the database is away is no bug: it has a code, and names nothing', async () => {
  const extensions = { code: 'SUBGRAPH_UNAVAILABLE' }
  const message = 'A part of the answer is unavailable.'
  expect(await ask('{ away }')).toMatchObject({ errors: [{ message, path: ['away'], extensions }] })
  const response = await fetch(`http://127.0.0.1:${server.port}/away`, { headers: { [ACTOR_HEADER]: token } })
  expect([response.status, await response.json()]).toMatchObject([503, { errors: [{ extensions }] }])
})

test('of a bug only the id goes out under which it was logged', async () => {
  const logged = vi.spyOn(logger, 'error').mockImplementation(() => undefined)
  const correlationId = expect.stringMatching(/^[-0-9a-f]{36}$/) as string
  const extensions = { code: 'INTERNAL_SERVER_ERROR', correlationId }
  for (const [field, data] of [
    ['bug', { bug: null }],
    ['none', null],
  ] as const) {
    const answer = await ask(`{ ${field} }`)
    expect(answer).toEqual({
      data,
      errors: [{ message: 'Internal error', path: [field], locations: [{ line: 1, column: 3 }], extensions }],
    })
    const [{ errors }] = [answer as { errors: readonly { extensions: { correlationId: string } }[] }]
    expect(logged.mock.lastCall?.[0]).toMatchObject({
      correlationId: errors[0]?.extensions.correlationId,
      err: expect.any(Error),
      path: [field],
    })
  }
  logged.mockRestore()
})

test.each([
  ['is not GraphQL', { query: '{ who' }, 'GRAPHQL_PARSE_FAILED'],
  ['does not fit the schema', { query: '{ nobody }' }, 'GRAPHQL_VALIDATION_FAILED'],
  ['lacks a variable', { query: 'query($n: Int!) { echo(n: $n) }' }, 'BAD_USER_INPUT'],
  ['has no such operation', { query: 'query A { who }', operationName: 'B' }, 'OPERATION_RESOLUTION_FAILURE'],
])('a document that %s is refused with a code and without data', async (_, body, code) => {
  const response = await post(body)
  expect(response.status).toBe(400)
  const answer = (await response.json()) as Record<string, unknown>
  expect(Object.keys(answer)).toEqual(['errors'])
  expect(answer).toMatchObject({ errors: [{ extensions: { code } }] })
})

test.each([
  ['in the document', { query: '{ on(date: "2026-02-30") }' }],
  ['as a variable', { query: 'query($d: Date!) { on(date: $d) }', variables: { d: '2026-02-30' } }],
])('a value that its scalar refuses %s has the code of the scalar', async (_, body) => {
  const answer: unknown = await (await post(body)).json()
  expect(answer).toMatchObject({ errors: [{ extensions: { code: 'BAD_USER_INPUT' } }] })
})

test('a page that is none is refused with the argument, before anything is executed', async () => {
  began.mockClear()
  const response = await post({ query: '{ slow pages(first: 5, after: "x") }' })
  expect(response.status).toBe(400)
  expect(await response.json()).toEqual({
    errors: [
      {
        message: '`after` is no cursor of this list',
        locations: [{ line: 1, column: 8 }],
        extensions: { code: 'BAD_USER_INPUT', argument: 'after' },
      },
    ],
  })
  expect(began).not.toHaveBeenCalled()
})

test('what nests too deeply is not read', async () => {
  const deep = `${'['.repeat(5_000)}1${']'.repeat(5_000)}`
  expect((await post({ query: `{ echo(n: ${deep}) }` })).status).toBe(400)
  expect((await post(`{"query":"{ who }","variables":{"n":${deep}}}`)).status).toBe(400)
})

test('a page of less than nothing is the asker’s fault, in Pothos’ words', async () => {
  expect(await ask('{ page(first: -1) }')).toMatchObject({
    errors: [
      {
        message: 'Argument "first" must be a non-negative integer',
        path: ['page'],
        extensions: { code: 'BAD_USER_INPUT' },
      },
    ],
    data: { page: null },
  })
})

test.each([
  ['is not JSON', '{'],
  ['has no document', '{"variables":{}}'],
  ['is a list', '[{"query":"{ who }"}]'],
  ['is null', 'null'],
  ['is larger than 2 MB', JSON.stringify({ query: '{ who }', variables: { a: 'x'.repeat(2_000_000) } })],
])('a body that %s is a bad request', async (_, body) => {
  const response = await post(body)
  expect(response.status).toBe(400)
  expect(await response.json()).toMatchObject({ errors: [{ extensions: { code: 'BAD_REQUEST' } }] })
})

test('nobody is answered without a valid actor token', async () => {
  for (const headers of [{}, { [ACTOR_HEADER]: `${token}x` }]) {
    const response = await post({ query: '{ who }' }, headers)
    expect(response.status).toBe(401)
    expect(await response.json()).toMatchObject({ errors: [{ extensions: { code: 'UNAUTHENTICATED' } }] })
  }
})

test('introspection is answered: the gateway is the only one who can ask', async () => {
  expect(await ask('{ __schema { queryType { name } } }')).toEqual({
    data: { __schema: { queryType: { name: 'Query' } } },
  })
})

const atPort = () => `ws://127.0.0.1:${server.port}/graphql`
const atSocket = () => `ws+unix:${socketPath()}:/graphql`

async function subscribe(payload: object, url = atPort()) {
  const socket = new WebSocket(url, 'graphql-transport-ws')
  const said: Record<string, unknown>[] = []
  const closed = Promise.withResolvers<number>()
  socket.onopen = () => socket.send('{"type":"connection_init"}')
  socket.onclose = ({ code }) => closed.resolve(code)
  socket.onmessage = ({ data }) => {
    said.push(JSON.parse(data as string) as Record<string, unknown>)
    if (said.length === 1) socket.send(JSON.stringify({ id: '1', type: 'subscribe', payload }))
  }
  const answer = await vi.waitFor(() => said[1] ?? Promise.reject(new Error('nothing said yet')), 5_000)
  return { answer, closed: closed.promise }
}

test.each([
  ['port', atPort],
  ['Unix socket', atSocket],
])('B02 a subscription is answered at the %s, for the actor that comes with it alone', async (_, url) => {
  const query = 'subscription { counted }'
  const { answer } = await subscribe({ query, extensions: { actor: token } }, url())
  expect(answer).toEqual({
    ...{ id: '1', type: 'next' },
    payload: { data: { counted: 1 }, extensions: { cursor: '0001' } },
  })
  const refused = await subscribe({ query }, url())
  expect(refused.answer).toMatchObject({
    type: 'error',
    payload: [{ extensions: { code: 'UNAUTHENTICATED' } }],
  })
})

test('the Unix socket leads to the same', async () => {
  expect(await askLocally('{ who }')).toEqual(await ask('{ who }'))
})

// The last: there is no server after it.
test('stopping answers what is under way, then ends the rest and takes nothing new', async () => {
  const payload = { query: 'subscription { counted }', extensions: { actor: token } }
  const sockets = [await subscribe(payload), await subscribe(payload, atSocket())]
  const slow = Promise.all([ask('{ slow }'), askLocally('{ slow }')])
  await vi.waitFor(() => expect(began).toHaveBeenCalledTimes(2))
  const stopped = server.stop().then(() => performance.now())
  const answered = slow.then((answer) => ({ answer, at: performance.now() }))
  expect((await answered).answer).toEqual([{ data: { slow: 1 } }, { data: { slow: 1 } }])
  expect((await stopped) - (await answered).at).toBeLessThan(1_000)
  expect(await Promise.all(sockets.map(({ closed }) => closed))).toEqual([1001, 1001])
  expect(ended).toHaveBeenCalledOnce()
  await expect(ask('{ who }')).rejects.toThrow()
  expect(existsSync(socketPath())).toBe(false)
})
