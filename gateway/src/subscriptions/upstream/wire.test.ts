import { once } from 'node:events'
import { createServer, type IncomingMessage, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { WebSocketServer, type WebSocket } from 'ws'
import { systemClock } from './clock.ts'
import { connectBySocket } from './wire.ts'

let server: Server | undefined
afterEach(() => void server?.close())

/** A socket to a server in this process, and the server's end of it. */
async function aWire() {
  const http = createServer().listen(0, '127.0.0.1')
  server = http
  const sockets = new WebSocketServer({ server: http, handleProtocols: () => 'graphql-transport-ws' })
  await once(http, 'listening')
  const log: unknown[] = []
  const wire = connectBySocket(1_000)(`ws://127.0.0.1:${(http.address() as AddressInfo).port}`, {
    opened: () => void log.push('opened'),
    message: (text) => void log.push(text),
    answered: () => void log.push('answered'),
    closed: (code) => void log.push(code),
  })
  const [other, request] = (await once(sockets, 'connection')) as [WebSocket, IncomingMessage]
  const told: unknown[] = []
  other.on('message', (data) => void told.push(String(data)))
  other.on('ping', () => void told.push('ping'))
  other.on('close', (code) => void told.push(code))
  await vi.waitFor(() => expect(log).toEqual(['opened']))
  return { wire, other, request, log, told }
}

describe('B02 a real socket to a subgraph', () => {
  it('carries texts both ways, uncompressed, and asks for signs of life', async () => {
    const { wire, other, request, log, told } = await aWire()
    wire.send('to the subgraph')
    wire.probe()
    other.send('from it')
    await vi.waitFor(() => expect(told).toEqual(['to the subgraph', 'ping']))
    await vi.waitFor(() => expect(log.toSorted()).toEqual(['answered', 'from it', 'opened']))
    expect(request.headers['sec-websocket-extensions']).toBeUndefined()
    wire.cut()
    await vi.waitFor(() => expect([told.at(-1), log.at(-1)]).toEqual([1006, 1006]))
  })

  it('is not read while it is held', async () => {
    const { wire, other, log, told } = await aWire()
    wire.pause()
    other.send('held back')
    wire.send('x')
    await vi.waitFor(() => expect(told).toEqual(['x']))
    expect(log).toEqual(['opened'])
    wire.resume()
    await vi.waitFor(() => expect(log.at(-1)).toBe('held back'))
    wire.close()
    await vi.waitFor(() => expect([told.at(-1), log.at(-1)]).toEqual([1000, 1000]))
  })

  it('that comes to nobody is closed, and nothing else', async () => {
    const log: unknown[] = []
    const note = (code?: unknown) => void log.push(code)
    connectBySocket(1_000)('ws://127.0.0.1:1', { opened: note, message: note, answered: note, closed: note })
    await vi.waitFor(() => expect(log).toEqual([1006]))
  })
})

describe('B02 the time of the process', () => {
  afterEach(() => void vi.restoreAllMocks())

  it('is that of the machine, and what waits runs once, unless it is taken back', () => {
    vi.useFakeTimers({ now: 5_000 })
    const ran: string[] = []
    systemClock.after(10, () => ran.push('a'))
    systemClock.after(10, () => ran.push('b'))()
    vi.advanceTimersByTime(20)
    expect([ran, systemClock.now()]).toEqual([['a'], 5_020])
    vi.useRealTimers()
  })

  it('keeps no process alive', () => {
    const unref = vi.fn<() => void>()
    vi.spyOn(globalThis, 'setTimeout').mockReturnValue({ unref } as never)
    systemClock.after(10, () => {})
    expect(unref).toHaveBeenCalledTimes(1)
  })
})
