import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { verifyActorToken, type importActorKey } from '@kompetanse/schema/actor-token'
import { GRAPHQL_TRANSPORT_WS_PROTOCOL, parseMessage } from 'graphql-ws'
import { WebSocketServer, type WebSocket } from 'ws'

type ActorKey = Awaited<ReturnType<typeof importActorKey>>

export const cursorOf = (number: number): string => String(number).padStart(28, '0')

/** One open subscription: the person of the queue, and the number of the last event that was sent. */
interface Reader {
  readonly person: string
  readonly socket: WebSocket
  readonly id: string
  sent: number
}

/**
 * A subgraph with everybody's queues, where each change has the next number of its queue. It can be killed and
 * restarted at the same address; what was committed stays.
 */
export class Queues {
  readonly #key: ActorKey
  readonly #heads = new Map<string, number>()
  readonly #readers = new Set<Reader>()
  #http: Server | null = null
  #sockets: WebSocketServer | null = null
  #port = 0

  constructor(key: ActorKey) {
    this.#key = key
  }

  get url(): string {
    return `http://127.0.0.1:${this.#port}/graphql`
  }

  /** How many changes a queue has had. */
  head(person: string): number {
    return this.#heads.get(person) ?? 0
  }

  commit(person: string) {
    this.#heads.set(person, this.head(person) + 1)
    for (const reader of this.#readers) if (reader.person === person) this.#tell(reader)
  }

  async start() {
    const http = createServer((_request, response) => response.writeHead(503).end())
    const sockets = new WebSocketServer({
      server: http,
      handleProtocols: () => GRAPHQL_TRANSPORT_WS_PROTOCOL,
    })
    sockets.on('connection', (socket) => this.#serve(socket))
    await new Promise<void>((resolve) => http.listen(this.#port, '127.0.0.1', resolve))
    this.#port = (http.address() as AddressInfo).port
    this.#http = http
    this.#sockets = sockets
  }

  /** Without a farewell, as a process that is killed. */
  async kill() {
    for (const socket of this.#sockets?.clients ?? []) socket.terminate()
    this.#readers.clear()
    this.#sockets?.close()
    this.#http?.closeAllConnections()
    await new Promise((resolve) => this.#http?.close(resolve))
  }

  #serve(socket: WebSocket) {
    socket.on('close', () => this.#forget((reader) => reader.socket === socket))
    socket.on('message', (data) => {
      const message = parseMessage(String(data))
      if (message.type === 'connection_init') socket.send('{"type":"connection_ack"}')
      if (message.type === 'complete')
        this.#forget((reader) => reader.socket === socket && reader.id === message.id)
      if (message.type !== 'subscribe') return
      const { variables, extensions } = message.payload
      void this.#subscribe(socket, message.id, {
        after: variables?.['__gatewayAfter'],
        token: extensions?.['actor'],
      })
    })
  }

  async #subscribe(socket: WebSocket, id: string, { after, token }: { after: unknown; token: unknown }) {
    const actor = await verifyActorToken(String(token), this.#key)
    if (!actor) return socket.terminate()
    const person = actor.personId
    const sent = typeof after === 'string' ? Number(after) : this.head(person)
    const reader = { person, socket, id, sent }
    this.#readers.add(reader)
    this.#tell(reader)
  }

  #tell(reader: Reader) {
    while (reader.sent < this.head(reader.person)) {
      const number = ++reader.sent
      const change = {
        change: 'CHANGED',
        activityId: `${reader.person} ${number}`,
        entry: { tab: 'WAITING' },
      }
      const payload = {
        data: { signingQueueChanged: change },
        extensions: { cursor: cursorOf(number) },
      }
      reader.socket.send(JSON.stringify({ id: reader.id, type: 'next', payload }))
    }
  }

  #forget(which: (reader: Reader) => boolean) {
    for (const reader of this.#readers) if (which(reader)) this.#readers.delete(reader)
  }
}
