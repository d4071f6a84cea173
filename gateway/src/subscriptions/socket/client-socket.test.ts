import { EventEmitter } from 'node:events'
import type { WebSocket } from 'ws'
import { expect, it } from 'vitest'
import { silent } from '../../../testing/gateway-fixture.ts'
import { ClientSocket } from './client-socket.ts'

it('B02 what a client says across our farewell begins nothing', () => {
  const wire = Object.assign(new EventEmitter(), { protocol: 'graphql-transport-ws', close: () => undefined })
  const options = { heardAt: 0, recheckAt: 0, unsentBytes: 1, logger: silent }
  const socket = new ClientSocket(wire as unknown as WebSocket, options)
  const heard: string[] = []
  const ended: unknown[] = []
  socket.bind(
    async (code) => void ended.push(code),
    () => undefined,
  )
  socket.onMessage(async (text) => void heard.push(text))
  wire.emit('message', 'before')
  socket.close(4403, 'Token expired')
  wire.emit('message', 'after')
  wire.emit('close', 4403, 'Token expired')
  expect([heard, ended]).toEqual([['before'], [4403]])
})
