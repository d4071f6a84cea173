import { brotliCompressSync, brotliDecompressSync, deflateSync, gunzipSync, gzipSync } from 'node:zlib'
import { request, type IncomingHttpHeaders } from 'node:http'
import { buffer } from 'node:stream/consumers'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { aWorld, type World } from '../../testing/gateway-fixture.ts'
import { library } from '../../testing/library.ts'

const MAX_BODY_BYTES = 4000
let world: World
beforeAll(async () => {
  world = await aWorld(library, { maxBodyBytes: MAX_BODY_BYTES })
})
afterAll(() => world.close())

interface Answer {
  readonly status: number | undefined
  readonly headers: IncomingHttpHeaders
  /** As it was sent. */
  readonly body: Buffer
}

/** Neither codes nor decodes by itself, as fetch would. */
function post(body: Buffer | string, headers: Record<string, string>): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const options = { method: 'POST', headers: { 'content-type': 'application/json', ...headers } }
    const sending = request(world.url, options, (response) => {
      const { statusCode: status, headers } = response
      buffer(response).then((received) => resolve({ status, headers, body: received }), reject)
    })
    sending.on('error', reject)
    sending.end(body)
  })
}

const SMALL = JSON.stringify({ query: '{ book(id: 1) { title } }' })
const LARGE = JSON.stringify({ query: '{ __schema { types { name fields { name } } } }' })
const ask = (acceptEncoding: string | undefined, body = LARGE) =>
  post(body, acceptEncoding === undefined ? {} : { 'accept-encoding': acceptEncoding })
const readable = ({ headers, body }: Answer) => {
  const coding = headers['content-encoding']
  return (
    coding === 'br' ? brotliDecompressSync(body) : coding === 'gzip' ? gunzipSync(body) : body
  ).toString()
}

describe('answers are compressed as the client wants them', () => {
  it.each([
    ['gzip', 'gzip'],
    ['br', 'br'],
    ['gzip, deflate, br, zstd', 'br'],
    ['GZIP', 'gzip'],
    ['x-gzip', 'gzip'],
    ['br;q=0.5, gzip;q=0.9', 'gzip'],
    ['br;q=0, gzip', 'gzip'],
    ['*', 'br'],
    ['br;q=0, *', 'gzip'],
    ['identity;q=0.5, gzip', 'gzip'],
    ['identity, gzip;q=0.5', undefined],
    ['identity', undefined],
    ['zstd', undefined],
    ['gzip;q=0', undefined],
    ['', undefined],
    [undefined, undefined],
  ])('accept-encoding: %s', async (acceptEncoding, coding) => {
    const answer = await ask(acceptEncoding)
    const { headers, body } = answer
    expect([answer.status, headers['content-encoding'], headers.vary]).toEqual([
      200,
      coding,
      'accept-encoding',
    ])
    expect(headers['content-length']).toBe(String(body.length))
    expect(readable(answer)).toBe((await ask(undefined)).body.toString())
  })

  it('a small one is sent as it is', async () => {
    const { headers, body } = await ask('br', SMALL)
    expect([headers['content-encoding'], headers.vary]).toEqual([undefined, undefined])
    expect(body.toString()).toBe('{"data":{"book":{"title":"Peer Gynt"}}}')
  })
})

describe('a body may come compressed', () => {
  it.each([
    ['gzip', gzipSync(SMALL)],
    ['br', brotliCompressSync(SMALL)],
    ['deflate', deflateSync(SMALL)],
    ['identity', Buffer.from(SMALL)],
    ['gzip, br', brotliCompressSync(gzipSync(SMALL))],
    ['identity, gzip ,gzip', gzipSync(gzipSync(SMALL))],
  ])('%s', async (coding, body) => {
    const answer = await post(body, { 'content-encoding': coding })
    expect([answer.status, answer.body.toString()]).toEqual([200, '{"data":{"book":{"title":"Peer Gynt"}}}'])
  })

  const padded = (bytes: number) => SMALL + ' '.repeat(bytes - SMALL.length)
  it('and may measure, decoded, what one that was not coded may', async () => {
    const answer = await post(gzipSync(padded(MAX_BODY_BYTES)), { 'content-encoding': 'gzip' })
    expect(answer.status).toBe(200)
  })

  it.each([
    ['a byte more than is allowed', gzipSync(padded(MAX_BODY_BYTES + 1)), 'gzip', 413, 'BODY_TOO_LARGE'],
    ['a bomb by gzip', gzipSync(Buffer.alloc(3e6, 32)), 'gzip', 413, 'BODY_TOO_LARGE'],
    ['a bomb by brotli', brotliCompressSync(Buffer.alloc(1e8, 32)), 'br', 413, 'BODY_TOO_LARGE'],
    ['cut short', gzipSync(SMALL).subarray(0, 20), 'gzip', 400, 'BAD_REQUEST'],
    ['not what it says', Buffer.from(SMALL), 'br', 400, 'BAD_REQUEST'],
    ['a coding that is not understood', Buffer.from(SMALL), 'zstd', 415, 'UNSUPPORTED_CONTENT_ENCODING'],
    ['one of two that is not', gzipSync(SMALL), 'zstd, gzip', 415, 'UNSUPPORTED_CONTENT_ENCODING'],
    ['coded in another order', gzipSync(brotliCompressSync(SMALL)), 'gzip, br', 400, 'BAD_REQUEST'],
    ['coded four times', gzipSync(SMALL), 'gzip, gzip, gzip, gzip', 415, 'UNSUPPORTED_CONTENT_ENCODING'],
    ['a bomb in a bomb', gzipSync(gzipSync(Buffer.alloc(3e6))), 'gzip, gzip', 413, 'BODY_TOO_LARGE'],
  ])('but not: %s', async (_name, body, coding, status, code) => {
    const answer = await post(body, { 'content-encoding': coding })
    const { errors } = JSON.parse(answer.body.toString()) as { errors: { extensions: { code: string } }[] }
    expect([answer.status, errors[0]?.extensions.code]).toEqual([status, code])
    if (status === 415) expect(answer.headers['accept-encoding']).toBe('gzip, br, deflate')
  })
})
