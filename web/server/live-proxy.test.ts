import { once } from 'node:events'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tokenExpiring } from '@kompetanse/schema/token-renewal'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { WebSocket, WebSocketServer } from 'ws'
import type { Access } from './access.ts'
import type { Config } from './config.ts'
import { createLiveProxy } from './live-proxy.ts'

const PROTOCOL = 'graphql-transport-ws'
type Message = { type: string; payload?: unknown }

/** A gateway that records its messages. */
const aGateway = async () => {
  const server = createServer()
  const messages: Message[] = []
  const sockets = new WebSocketServer({ server, handleProtocols: () => PROTOCOL })
  sockets.on('connection', (socket) =>
    socket.on('message', (data) => messages.push(JSON.parse(String(data)) as Message)),
  )
  const port = await listen(server)
  const say = (message: object) => {
    for (const socket of sockets.clients) socket.send(JSON.stringify(message))
  }
  return { server, sockets, messages, say, href: `http://127.0.0.1:${port}` }
}

const listen = async (server: Server): Promise<number> => {
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  return (server.address() as AddressInfo).port
}

let gateway: Awaited<ReturnType<typeof aGateway>>
let web: Server
let browser: WebSocket
let seen: Message[]
/** The required lifetime of each token. */
let lifetimes: (number | undefined)[]
let passFor: Access['passFor']

beforeEach(async () => {
  gateway = await aGateway()
  lifetimes = []
  seen = []
  passFor = async (_request, leastMs) => {
    const number = lifetimes.push(leastMs)
    return (method, address) => ({
      authorization: `DPoP token ${number}`,
      dpop: `${method} ${address.protocol} ${number}`,
    })
  }
  const access: Access = {
    passFor: (request, leastMs) => passFor(request, leastMs),
    hasSession: async () => true,
  }
  const live = createLiveProxy({ gateway: new URL(gateway.href) } as Config, access)
  web = createServer()
  web.on('upgrade', (request, socket, head) => void live.upgrade(request, socket, head))
  browser = new WebSocket(`ws://127.0.0.1:${await listen(web)}/graphql`, PROTOCOL)
  browser.on('message', (data) => seen.push(JSON.parse(String(data)) as Message))
  await once(browser, 'open')
  browser.send(JSON.stringify({ type: 'connection_init', payload: { authorization: 'of the browser' } }))
  await vi.waitUntil(() => gateway.messages.length === 1)
})

afterEach(() => {
  browser.terminate()
  for (const socket of gateway.sockets.clients) socket.terminate()
  gateway.server.close()
  web.close()
})

describe('the socket of a browser', () => {
  it('is let in by the session’s token, whatever the browser says', () => {
    expect(gateway.messages).toEqual([
      { type: 'connection_init', payload: { authorization: 'DPoP token 1', dpop: 'GET ws: 1' } },
    ])
  })

  it('gets a renewed token when the gateway asks for one, of which the browser sees nothing', async () => {
    gateway.say({ type: 'ping', payload: tokenExpiring(Date.now() + 60_000) })
    await vi.waitFor(() => expect(gateway.messages).toHaveLength(2))
    expect(gateway.messages[1]).toEqual({
      type: 'pong',
      payload: { authorization: 'DPoP token 2', dpop: 'GET ws: 2' },
    })
    expect(lifetimes).toEqual([undefined, 120_000])
    gateway.say({ type: 'ping' })
    await vi.waitFor(() => expect(seen).toEqual([{ type: 'ping' }]))
  })

  it.each([
    ['the session has ended', async () => undefined],
    ['nobody can renew it', () => Promise.reject(new Error('provider away'))],
  ])('says nothing when %s: the gateway closes it in time', async (_name, none) => {
    passFor = none
    gateway.say({ type: 'ping', payload: tokenExpiring(Date.now()) })
    gateway.say({ id: '1', type: 'next', payload: { data: null } })
    await vi.waitFor(() => expect(seen).toHaveLength(1))
    expect(gateway.messages).toHaveLength(1)
  })
})
