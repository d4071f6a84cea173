import { createServer, request as post, type Server } from 'node:http'
import { connect, type AddressInfo, type Socket } from 'node:net'
import { setTimeout as delay } from 'node:timers/promises'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { answerEarly, bodyOf } from './uploads.ts'

const MIB = 1024 * 1024
const REFUSAL = { status: 413, headers: { 'content-type': 'text/plain' }, body: 'too large' }
let server: Server
let port: number
/** What is read before the answer, in bytes. */
let reads: number

beforeEach(async () => {
  server = createServer(async (request, response) => {
    let read = 0
    if (reads > 0) for await (const chunk of bodyOf(request)) if ((read += chunk.length) >= reads) break
    answerEarly(request, response, REFUSAL)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  port = (server.address() as AddressInfo).port
})
afterEach(() => {
  server.closeAllConnections()
  server.close()
})

/** Sends so many MiB, one after another, without a look at the answer before all is sent. */
function send(mebibytes: number, headers: Record<string, string | number>): Promise<string> {
  return new Promise((resolve, reject) => {
    const sending = post({ port, host: '127.0.0.1', method: 'POST', headers }, (response) => {
      let body = ''
      response.on('data', (chunk: Buffer) => (body += chunk.toString()))
      response.on('end', () => resolve(`${response.statusCode} ${body}`))
    })
    sending.once('error', reject)
    for (let sent = 0; sent < mebibytes; sent++) sending.write(Buffer.alloc(MIB))
    sending.end()
  })
}

describe.each([
  ['announced', { 'content-length': 30 * MIB }],
  ['not announced', {}],
])('F007 an upload whose length is %s', (_how, headers: Record<string, number>) => {
  it.each([0, 1, 25 * MIB])('gets the reason after %i bytes, each time', async (before) => {
    reads = before
    for (let time = 0; time < 3; time++) expect(await send(30, headers)).toBe('413 too large')
  })
})

describe('F007 a sender on a slow line', () => {
  const greeting = `POST / HTTP/1.1\r\nhost: a\r\ncontent-length: ${MIB}\r\n\r\n`
  const listening = (socket: Socket) => {
    const heard = { text: '', closed: false }
    socket.on('data', (chunk: Buffer) => (heard.text += chunk.toString()))
    socket.once('close', () => (heard.closed = true))
    socket.on('error', () => undefined)
    return heard
  }

  it('has the whole answer while it still sends, and is cut off by nobody before it has sent all', async () => {
    reads = 0
    const socket = connect(port, '127.0.0.1')
    const heard = listening(socket)
    socket.write(greeting)
    for (let part = 0; part < 8; part++) {
      socket.write(Buffer.alloc(MIB / 8))
      await expect.poll(() => heard.text, { timeout: 5_000 }).toMatch(/413[^]*too large$/)
      await delay(20)
      if (part < 7) expect(heard.closed).toBe(false)
    }
    await expect.poll(() => heard.closed).toBe(true)
  })
})
