import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { GRAPHQL_TRANSPORT_WS_PROTOCOL, parseMessage, type SubscribeMessage } from 'graphql-ws'
import { WebSocketServer, type WebSocket } from 'ws'

/** One subscription as the subgraph sees it. */
export interface Asked {
  readonly query: string
  readonly variables: Record<string, unknown>
  next(payload: unknown): void
  error(errors: unknown): void
  complete(): void
}

/** A subgraph that says whatever the test wants, at once and as often as it wants. */
export class ScriptedUpstream {
  readonly asked: Asked[] = []
  /** Every message of the gateway, as it was sent. */
  readonly received: string[] = []
  /** Subscriptions that the gateway has ended. */
  completed = 0
  connections = 0
  onSubscribe: (asked: Asked) => void = () => {}
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
    const asked = askedOn(socket, message)
    this.asked.push(asked)
    this.onSubscribe(asked)
  }
}

function askedOn(socket: WebSocket, { id, payload }: SubscribeMessage): Asked {
  const send = (message: object) => socket.send(JSON.stringify({ id, ...message }))
  return {
    query: payload.query,
    variables: payload.variables ?? {},
    next: (event) => send({ type: 'next', payload: event }),
    error: (errors) => send({ type: 'error', payload: errors }),
    complete: () => send({ type: 'complete' }),
  }
}
