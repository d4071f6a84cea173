import type { IncomingMessage, Server as HttpServer } from 'node:http'
import type { Duplex } from 'node:stream'
import { setTimeout as delay } from 'node:timers/promises'
import { pathOf } from '@kompetanse/schema/addresses'
import { handleProtocols, type Server as Protocol } from 'graphql-ws'
import { WebSocketServer } from 'ws'
import type { Session } from '../../actor/session.ts'
import { ClientSocket } from './client-socket.ts'
import { SocketWatch } from './socket-watch.ts'
import type { Settings } from '../contract/options.ts'
import type { SubscriptionStats } from '../contract/stats.ts'

const GOING_AWAY = 1001
/** Takes the upgrades of HTTP servers, has their sockets looked after, and closes them. */
export class SocketServer {
  readonly #settings: Settings
  readonly #stats: SubscriptionStats
  readonly #protocol: Protocol<ClientSocket>
  readonly #sockets = new Set<ClientSocket>()
  readonly #server: WebSocketServer
  readonly #watch: SocketWatch
  readonly #sweeper: NodeJS.Timeout
  #closing = false

  constructor(settings: Settings, stats: SubscriptionStats, protocol: Protocol<ClientSocket>) {
    this.#settings = settings
    this.#stats = stats
    this.#protocol = protocol
    this.#server = new WebSocketServer({
      noServer: true,
      clientTracking: false,
      perMessageDeflate: false,
      maxPayload: settings.limits.messageBytes,
      // One message at a time: an id that is completed is free again when the next message uses it anew.
      allowSynchronousEvents: false,
      handleProtocols,
    })
    this.#watch = new SocketWatch(settings, this.#sockets)
    this.#sweeper = setInterval(() => this.#watch.sweep(), settings.timing.sweepMs)
    this.#sweeper.unref()
  }

  attach(server: HttpServer) {
    server.on('upgrade', (request, socket, head) => this.#upgrade(request, socket, head))
  }

  recheck(which: (session: Session) => boolean) {
    this.#watch.recheck(which)
  }

  /** Tells every client to go elsewhere; those that do not answer in time are cut. */
  async close() {
    this.#closing = true
    clearInterval(this.#sweeper)
    for (const socket of this.#sockets) socket.close(GOING_AWAY, 'Going away')
    const deadline = Date.now() + this.#settings.timing.closeMs
    while (this.#sockets.size > 0 && Date.now() < deadline) await delay(10)
    for (const socket of this.#sockets) socket.terminate()
  }

  #upgrade(request: IncomingMessage, socket: Duplex, head: Buffer) {
    if (pathOf(request.url) !== this.#settings.path || this.#closing) {
      const status = this.#closing ? '503 Service Unavailable' : '404 Not Found'
      socket.end(`HTTP/1.1 ${status}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`)
      return
    }
    this.#server.handleUpgrade(request, socket, head, (opened) => {
      const { limits, timing, logger } = this.#settings
      const heardAt = Date.now() - (Math.random() * timing.pingAfterMs) / 2
      const recheckAt = Date.now() + timing.recheckMs
      const { unsentBytes } = limits
      const client = new ClientSocket(opened, { heardAt, recheckAt, unsentBytes, logger })
      this.#sockets.add(client)
      this.#stats.sockets++
      client.bind(this.#protocol.opened(client, client), () => {
        this.#sockets.delete(client)
        this.#stats.sockets--
      })
    })
  }
}
