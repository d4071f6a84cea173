import { createServer } from 'node:http'
import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import { Readable } from 'node:stream'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { respondStreamed } from './respond-streamed.ts'

const PART = Buffer.alloc(65_536, 'abcdefgh')
let rest: Readable
let outcome: Promise<unknown>
const server = createServer((_request, response) => {
  outcome = respondStreamed(response, 'application/json', { status: 200, body: PART, rest }).then(
    () => 'sent',
    (error: Error) => error.message,
  )
})
const origin = () => `http://127.0.0.1:${(server.address() as AddressInfo).port}`

beforeEach(async () => {
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
})
afterEach(async () => {
  server.closeAllConnections()
  await new Promise((resolve) => server.close(resolve))
})

const parts = (count: number) => Readable.from(Array.from({ length: count }, () => PART))

it.each(['identity', 'gzip', 'br'])('sends the beginning and the rest: %s', async (coding) => {
  rest = parts(20)
  const response = await fetch(origin(), { headers: { 'accept-encoding': coding } })
  const coded = coding === 'identity' ? null : coding
  expect([response.headers.get('content-encoding'), response.headers.get('vary')]).toEqual([
    coded,
    'accept-encoding',
  ])
  const body = Buffer.from(await response.arrayBuffer())
  expect(body.equals(Buffer.concat(Array.from({ length: 21 }, () => PART)))).toBe(true)
  expect(await outcome).toBe('sent')
})

it.each(['identity', 'gzip', 'br'])('a rest that fails breaks the connection: %s', async (coding) => {
  rest = Readable.from(
    (async function* () {
      yield PART
      throw new Error('broke off')
    })(),
  )
  const reading = fetch(origin(), { headers: { 'accept-encoding': coding } }).then((r) => r.arrayBuffer())
  await expect(reading).rejects.toThrow()
  expect(await outcome).toBe('broke off')
})

it('a client that does not read holds the rest back, and one that leaves ends it', async () => {
  let given = 0
  rest = new Readable({
    read() {
      given += PART.length
      this.push(PART)
    },
  })
  const leaving = new AbortController()
  await fetch(origin(), { headers: { 'accept-encoding': 'identity' }, signal: leaving.signal })
  let before = -1
  while (before !== given) {
    before = given
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
  expect(given).toBeLessThan(30 * 2 ** 20)
  leaving.abort()
  await expect.poll(() => rest.destroyed).toBe(true)
  expect(await outcome).not.toBe('sent')
})
