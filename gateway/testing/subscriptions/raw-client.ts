import { once } from 'node:events'
import { GRAPHQL_TRANSPORT_WS_PROTOCOL } from 'graphql-ws'
import { WebSocket } from 'ws'

export interface ServerMessage {
  readonly id?: string
  readonly type: string
  readonly payload?: unknown
}

interface EventPayload {
  readonly data?: Record<string, unknown> | null
  readonly errors?: readonly { readonly message: string; readonly extensions?: { readonly code?: string } }[]
  readonly extensions?: { readonly cursor?: string }
}

/** A client of the protocol, message by message, with nothing done for it. */
export class RawClient {
  readonly socket: WebSocket
  readonly messages: ServerMessage[] = []
  closing: { readonly code: number; readonly reason: string } | null = null

  constructor(url: string, protocol = GRAPHQL_TRANSPORT_WS_PROTOCOL) {
    this.socket = new WebSocket(url, protocol)
    this.socket.on('message', (data) => this.messages.push(JSON.parse(String(data)) as ServerMessage))
    this.socket.on('close', (code, reason) => (this.closing = { code, reason: String(reason) }))
    this.socket.on('error', () => {})
  }

  async opened() {
    if (this.socket.readyState === WebSocket.CONNECTING) await once(this.socket, 'open')
  }

  async greet(payload: object = {}) {
    await this.opened()
    this.say({ type: 'connection_init', payload })
    while (!this.messages.some(({ type }) => type === 'connection_ack')) await once(this.socket, 'message')
  }

  say(message: object | string) {
    this.socket.send(typeof message === 'string' ? message : JSON.stringify(message))
  }

  subscribe(id: string, query: string, more: object = {}) {
    this.say({ id, type: 'subscribe', payload: { query, ...more } })
  }

  of(id: string): ServerMessage[] {
    return this.messages.filter((message) => message.id === id)
  }

  events(id: string): EventPayload[] {
    return this.of(id).flatMap(({ type, payload }) => (type === 'next' ? [payload as EventPayload] : []))
  }

  /** The `n` of each event, whatever the alias of the root field. */
  numbers(id: string): unknown[] {
    return this.events(id).map(({ data }) => (Object.values(data ?? {})[0] as { n?: number } | null)?.n)
  }

  /** How a subscription ended: `complete`, or the code of its error; undefined while it has not. */
  ending(id: string): string | undefined {
    const last = this.of(id).find(({ type }) => type !== 'next')
    if (last?.type !== 'error') return last?.type
    return (last.payload as EventPayload['errors'])?.[0]?.extensions?.code ?? 'no code'
  }

  end() {
    this.socket.terminate()
  }
}
