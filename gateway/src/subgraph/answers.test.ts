import { brotliCompressSync, deflateRawSync, deflateSync, gzipSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { endings, READ } from '../../testing/wire-client.ts'
import { DATA, JSON_HEAD, say, type Behaviour } from '../../testing/wire-subgraph.ts'

const { subgraph, client } = endings()
const INVALID = { code: 'SUBGRAPH_INVALID_RESPONSE' }
const coded = (coding: string, body: Buffer) => say(body, `content-encoding: ${coding}\r\n`)
const json = (bytes: number) => `{"data":{"a":"${'x'.repeat(bytes - 17)}"}}`

describe('coded answers are understood', () => {
  it.each([
    ['gzip', gzipSync(DATA)],
    ['x-gzip', gzipSync(DATA)],
    ['GZIP', gzipSync(DATA)],
    ['br', brotliCompressSync(DATA)],
    ['deflate', deflateSync(DATA)],
    ['deflate', deflateRawSync(DATA)],
    ['identity', Buffer.from(DATA)],
  ])('%s', async (coding, body) => {
    const one = await subgraph(coded(coding, body))
    expect((await client([one.url]).send(READ)).body.toString()).toBe(DATA)
  })

  it.each([
    ['a coding nobody named', 'zstd', Buffer.from(DATA)],
    ['cut short', 'gzip', gzipSync(json(4000)).subarray(0, 30)],
    ['not what it says', 'br', Buffer.from(DATA)],
  ])('and refused: %s', async (_name, coding, body) => {
    const one = await subgraph(coded(coding, body))
    await expect(client([one.url]).send(READ)).rejects.toMatchObject(INVALID)
    expect(one.requests).toHaveLength(1)
  })

  it('but not requested on this machine, where bytes cost less than compressing them', async () => {
    const one = await subgraph(say())
    await client([one.url]).send(READ)
    expect(one.requests[0]).not.toMatch(/accept-encoding/i)
  })
})

/** Sends as much as is taken of a body without a length. */
const flood =
  (bytes: number, sent: { bytes: number }): Behaviour =>
  (socket) => {
    const chunk = Buffer.alloc(65_536, 120)
    socket.write(`${JSON_HEAD}transfer-encoding: chunked\r\n\r\n`)
    const more = () => {
      while (sent.bytes < bytes && !socket.destroyed) {
        sent.bytes += chunk.length
        socket.write('10000\r\n')
        socket.write(chunk)
        if (!socket.write('\r\n')) return void socket.once('drain', more)
      }
      if (!socket.destroyed) socket.end('0\r\n\r\n')
    }
    more()
  }
const MIB = 2 ** 20

describe('the largest answer is bounded', () => {
  it.each([
    ['by the length that it names', say(json(2001))],
    ['by what came, when it names none', flood(4000, { bytes: 0 })],
    ['by what it is decoded', coded('gzip', gzipSync(json(2_000_000)))],
    ['by what it is decoded', coded('br', brotliCompressSync(json(2_000_000)))],
  ])('%s', async (_name, behaviour) => {
    const one = await subgraph(behaviour)
    const sending = client([one.url], { maxAnswerBytes: 2000 }).send(READ)
    await expect(sending).rejects.toMatchObject({ ...INVALID, message: 'A part of the answer is too large.' })
    expect(one.requests).toHaveLength(1)
  })

  it('and may be as large as the bound', async () => {
    const [plain, zipped] = [
      await subgraph(say(json(2000))),
      await subgraph(coded('br', brotliCompressSync(json(2000)))),
    ]
    for (const { url } of [plain, zipped])
      expect((await client([url], { maxAnswerBytes: 2000 }).send(READ)).body).toHaveLength(2000)
  })

  it('an answer of 100 MB is cut off at 16 MiB, and memory does not grow with it', async () => {
    const sent = { bytes: 0 }
    const one = await subgraph(flood(100 * MIB, sent))
    const before = process.memoryUsage().arrayBuffers
    let most = 0
    const watching = setInterval(() => (most = Math.max(most, process.memoryUsage().arrayBuffers)), 1)
    await expect(client([one.url]).send(READ)).rejects.toMatchObject(INVALID)
    clearInterval(watching)
    await expect.poll(() => one.sockets.size).toBe(0)
    expect(most - before).toBeLessThan(40 * MIB)
    expect(sent.bytes).toBeLessThan(40 * MIB)
  })
})
