import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { GRAPHQL_TRANSPORT_WS_PROTOCOL, parseMessage, type SubscribeMessage } from 'graphql-ws'
import { WebSocketServer, type WebSocket } from 'ws'

/** One subscription on the subgraph's side. */
export interface UpstreamSubscription {
  readonly query: string
  readonly variables: Record<string, unknown>
  next(payload: unknown): void
  error(errors: unknown): void
  complete(): void
}

/** A subgraph that sends what the test makes it send, at any time and rate. */
export class ScriptedUpstream {
  readonly subscriptions: UpstreamSubscription[] = []
  /** Every message of the gateway, as it was sent. */
  readonly received: string[] = []
  /** Subscriptions that the gateway has ended. */
  completed = 0
  connections = 0
  onSubscribe: (subscription: UpstreamSubscription) => void = () => {}
  #port = 0
  readonly #http = createServer()
  readonly #sockets = new WebSocketServer({
    server: this.#http,
    handleProtocols: () => GRAPHQL_TRANSPORT_WS_PROTOCOL,
  })

  get url() {
    return `http://127.0.0.1:${this.#port}/graphql`
  }

  async start() {
    this.#sockets.on('connection', (socket) => {
      this.connections++
      socket.on('message', (data) => this.#onMessage(socket, String(data)))
    })
    await new Promise<void>((resolve) => this.#http.listen(0, '127.0.0.1', resolve))
    this.#port = (this.#http.address() as AddressInfo).port
  }

  stop() {
    for (const socket of this.#sockets.clients) socket.terminate()
    this.#sockets.close()
    this.#http.close()
  }

  #onMessage(socket: WebSocket, text: string) {
    this.received.push(text)
    const message = parseMessage(text)
    if (message.type === 'connection_init') socket.send('{"type":"connection_ack"}')
    if (message.type === 'complete') this.completed++
    if (message.type !== 'subscribe') return
    const subscription = subscriptionOn(socket, message)
    this.subscriptions.push(subscription)
    this.onSubscribe(subscription)
  }
}

function subscriptionOn(socket: WebSocket, { id, payload }: SubscribeMessage): UpstreamSubscription {
  const send = (message: object) => socket.send(JSON.stringify({ id, ...message }))
  return {
    query: payload.query,
    variables: payload.variables ?? {},
    next: (event) => send({ type: 'next', payload: event }),
    error: (errors) => send({ type: 'error', payload: errors }),
    complete: () => send({ type: 'complete' }),
  }
}
