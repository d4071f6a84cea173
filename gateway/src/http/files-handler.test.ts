import { createServer, type IncomingHttpHeaders } from 'node:http'
import { connect, type AddressInfo } from 'node:net'
import { setTimeout as delay } from 'node:timers/promises'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { SubgraphClient } from '../subgraph/subgraph-client.ts'
import { silent } from '../../testing/gateway-fixture.ts'
import type { Authenticate } from '../actor/authenticate.ts'
import { invalidToken } from '../actor/bearer.ts'
import { createFilesHandler } from './files-handler.ts'
import { createHttpServer, type HttpServer } from './server.ts'
import { tableOf } from './table.ts'

const seen: { url: string; headers: IncomingHttpHeaders }[] = []
/** Sends each chunk back as soon as it has come: only a gateway that streams both ways passes it on in time. */
const keeper = createServer((request, response) => {
  seen.push({ url: request.url ?? '', headers: request.headers })
  response.writeHead(201, {
    'content-type': 'application/pdf',
    'set-cookie': 'secret=1',
    'content-disposition': 'attachment',
  })
  request.pipe(response)
})
const DEAD = 'http://127.0.0.1:9/graphql'
let client: SubgraphClient
let gateway: HttpServer
let origin: string

function filesOnly(actor: Authenticate): HttpServer {
  const files = createFilesHandler({ keeper: () => client, log: silent })
  const checks = { actor, bearer: () => invalidToken() }
  return createHttpServer({
    ...{ routes: tableOf({ graphql: () => undefined, files }), checks },
    ...{ log: silent, drainMs: 0 },
  })
}

beforeEach(async () => {
  seen.length = 0
  await new Promise<void>((resolve) => keeper.listen(0, '127.0.0.1', resolve))
  const url = `http://127.0.0.1:${(keeper.address() as AddressInfo).port}/graphql`
  client = new SubgraphClient('progress', [DEAD, url], { connections: 4, timeoutMs: 1000, log: silent })
  const actor: Authenticate = ({ authorization }) =>
    authorization === 'Bearer kari'
      ? {
          kind: 'actor',
          key: 'kari',
          person: 'kari',
          headers: { 'x-actor': 'signed kari' },
          maySend: 'anything',
        }
      : invalidToken()
  gateway = filesOnly(actor)
  origin = `http://127.0.0.1:${await gateway.listen(0)}`
})
afterEach(async () => {
  await gateway.close()
  await client.replicas.close()
  keeper.closeAllConnections()
  await new Promise((resolve) => keeper.close(resolve))
})

it('streams both ways without holding the file', async () => {
  const upload = new TransformStream<Uint8Array, Uint8Array>()
  const writer = upload.writable.getWriter()
  const sending = writer.write(Buffer.from('first'))
  const init = {
    method: 'POST',
    body: upload.readable,
    duplex: 'half' as const,
    headers: { authorization: 'Bearer kari' },
  }
  const response = await fetch(`${origin}/files?name=kurs.pdf`, init)
  await sending
  const reader = response.body?.getReader()
  // The upload is still open when its first bytes are already back.
  expect(Buffer.from((await reader?.read())?.value ?? []).toString()).toBe('first')
  await writer.write(Buffer.from('last'))
  await writer.close()
  expect(Buffer.from((await reader?.read())?.value ?? []).toString()).toBe('last')
  expect([response.status, seen[0]?.url]).toEqual([201, '/files?name=kurs.pdf'])
})

it('passes named headers alone, and the actor from nowhere but the token', async () => {
  const headers = {
    authorization: 'Bearer kari',
    'x-actor': 'forged',
    cookie: 'a=b',
    'x-forwarded-for': '1.2.3.4',
    range: 'bytes=0-9',
  }
  const response = await fetch(`${origin}/files/1`, { headers })
  await response.text()
  const received = seen[0]?.headers ?? {}
  expect(received['x-actor']).toBe('signed kari')
  expect(received.range).toBe('bytes=0-9')
  for (const name of ['authorization', 'cookie', 'x-forwarded-for']) expect(received).not.toHaveProperty(name)
  expect(response.headers.get('set-cookie')).toBeNull()
  expect(response.headers.get('content-disposition')).toBe('attachment')
})

it('a download comes from a process that can be reached', async () => {
  for (let count = 0; count < 6; count++)
    expect((await fetch(`${origin}/files/1`, { headers: { authorization: 'Bearer kari' } })).status).toBe(201)
  expect(seen).toHaveLength(6)
})

it('asks for a token before anything is passed', async () => {
  const response = await fetch(`${origin}/files/1`)
  expect([response.status, seen]).toEqual([401, []])
  expect((await fetch(`${origin}/files/1`, { method: 'DELETE' })).status).toBe(405)
})

it('a request that is aborted during authentication goes to no subgraph', async () => {
  const authenticated = Promise.withResolvers<void>()
  const slow = filesOnly(async () => {
    await delay(60)
    authenticated.resolve()
    return { kind: 'actor', key: 'kari', person: 'kari', headers: {}, maySend: 'anything' }
  })
  const socket = connect(await slow.listen(0), '127.0.0.1')
  socket.write('GET /files/1 HTTP/1.1\r\nhost: a\r\n\r\n')
  await delay(20)
  socket.destroy()
  await authenticated.promise
  await delay(20)
  expect(seen).toEqual([])
  await slow.close()
})

it('a file that is coded is refused, since it would be kept as it came', async () => {
  const headers = { authorization: 'Bearer kari', 'content-encoding': 'gzip' }
  const response = await fetch(`${origin}/files?name=a`, { method: 'POST', headers, body: 'x' })
  expect([response.status, response.headers.get('accept-encoding'), seen]).toEqual([415, 'identity', []])
})
