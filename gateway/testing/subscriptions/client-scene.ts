import { EventEmitter } from 'node:events'
import type { WebSocket } from 'ws'
import { ClientSocket, type ClientSocketOptions } from '../../src/subscriptions/socket/client-socket.ts'

/** A client's socket in memory, with the client's end in the test's hand. */
export class FakeClient extends EventEmitter {
  readonly protocol = 'graphql-transport-ws'
  readonly OPEN = 1
  readyState = 1
  bufferedAmount = 0
  /** How much of each message stays unsent. */
  stays = 0
  readonly texts: string[] = []
  readonly written: (() => void)[] = []
  readonly did: unknown[] = []

  send(text: string, written?: () => void) {
    this.texts.push(text)
    this.bufferedAmount += this.stays
    if (written) this.written.push(written)
  }

  ping() {
    this.did.push('ping')
  }

  /** As a browser answers: later, or never. */
  close(code: number, reason: string) {
    this.did.push([code, reason])
    this.readyState = 2
  }

  terminate() {
    this.did.push('terminate')
  }

  /** What the client was told, as messages. */
  get told(): { readonly id?: string; readonly type: string; readonly payload?: unknown }[] {
    return this.texts.map((text) => JSON.parse(text) as never)
  }

  say(message: object | string) {
    this.emit('message', typeof message === 'string' ? message : JSON.stringify(message))
  }
}

/** A client's socket, both ends of it, and what was logged. */
export function aClientSocket(options: Partial<ClientSocketOptions> = {}) {
  const client = new FakeClient()
  const logged: string[] = []
  const logger = {
    warn: (_details: unknown, message: string) => void logged.push(message),
    error: (_details: unknown, message: string) => void logged.push(message),
  }
  const given = { heardAt: 0, recheckAt: Infinity, unsentBytes: 100, logger, ...options }
  const socket = new ClientSocket(client as unknown as WebSocket, given)
  return { client, socket, logged, logger }
}
