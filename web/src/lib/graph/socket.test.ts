import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, describe, expect, it } from 'vitest'
import { WebSocket, WebSocketServer } from 'ws'
import { liveSocket } from './socket.ts'

type Message = { type: string; id?: string; payload?: { variables?: Record<string, unknown> } }
type Subscribed = { socket: WebSocket; id: string; variables: Record<string, unknown> }

/** A server with the part of graphql-transport-ws that is needed; calls back for each subscribe message. */
const listenAt = async (
  onSubscribe: (subscribed: Subscribed) => void,
): Promise<{ url: string; server: Server }> => {
  const server = createServer()
  const sockets = new WebSocketServer({ server, handleProtocols: () => 'graphql-transport-ws' })
  sockets.on('connection', (socket) => {
    socket.on('message', (data) => {
      const message = JSON.parse(String(data)) as Message
      if (message.type === 'connection_init') socket.send('{"type":"connection_ack"}')
      if (message.type === 'subscribe')
        onSubscribe({ socket, id: message.id ?? '', variables: message.payload?.variables ?? {} })
    })
  })
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  return { url: `ws://127.0.0.1:${(server.address() as AddressInfo).port}`, server }
}

const event = (id: string, cursor: string) =>
  JSON.stringify({ id, type: 'next', payload: { data: { queue: cursor }, extensions: { cursor } } })

let close: (() => void) | undefined
afterEach(() => close?.())

describe('live updates', () => {
  it('go on after the last event when the socket was lost', async () => {
    const positions: unknown[] = []
    const heard: unknown[] = []
    let [lost, restored] = [0, 0]
    const { url, server } = await listenAt(({ socket, id, variables }) => {
      positions.push(variables['after'])
      socket.send(event(id, positions.length === 1 ? '0001' : '0002'))
      // The first socket breaks without a word, as a lost network does.
      if (positions.length === 1) setTimeout(() => socket.terminate(), 20)
    })
    const done = Promise.withResolvers<void>()
    const forward = liveSocket({
      url,
      webSocketImpl: WebSocket,
      onLost: () => (lost += 1),
      onRestored: () => (restored += 1),
      onRefused: () => undefined,
      wait: () => Promise.resolve(),
    })
    const { unsubscribe } = forward(
      {
        query: 'subscription { queue }',
        variables: { after: '0000' },
        operationName: undefined,
        extensions: undefined,
      },
      {} as never,
    ).subscribe({
      next: (result) => {
        heard.push(result.data)
        if (heard.length === 2) done.resolve()
      },
      error: done.reject,
      complete: () => undefined,
    })
    await done.promise
    close = () => {
      unsubscribe()
      server.closeAllConnections()
      server.close()
    }
    expect({ positions, heard, lost, restored }).toEqual({
      positions: ['0000', '0001'],
      heard: [{ queue: '0001' }, { queue: '0002' }],
      ...{ lost: 1, restored: 1 },
    })
  })
})
