import type { IncomingMessage, Server as HttpServer } from 'node:http'
import type { Duplex } from 'node:stream'
import { setTimeout as delay } from 'node:timers/promises'
import { pathOf } from '@kompetanse/schema/addresses'
import { handleProtocols, type Server as Protocol } from 'graphql-ws'
import { WebSocketServer } from 'ws'
import type { Session } from '../../actor/session.ts'
import { ClientSocket } from './client-socket.ts'
import { FORBIDDEN } from './renewal.ts'
import type { Settings } from '../contract/options.ts'
import type { SubscriptionStats } from '../contract/stats.ts'

const GOING_AWAY = 1001
/** Close code for a connection whose actor cannot be resolved now. */
export const TRY_AGAIN_LATER = 1013

/** Takes the upgrades of HTTP servers, and looks after the sockets: silence, expired sessions, closing. */
export class SocketServer {
  readonly #settings: Settings
  readonly #stats: SubscriptionStats
  readonly #protocol: Protocol<ClientSocket>
  readonly #sockets = new Set<ClientSocket>()
  readonly #server: WebSocketServer
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
    this.#sweeper = setInterval(() => this.#sweep(), settings.timing.sweepMs)
    this.#sweeper.unref()
  }

  attach(server: HttpServer) {
    server.on('upgrade', (request, socket, head) => this.#upgrade(request, socket, head))
  }

  recheck(which: (session: Session) => boolean) {
    for (const client of this.#sockets)
      if (client.session && which(client.session)) void this.#recheck(client, client.session)
  }

  /** Closes every socket as going away; those that do not close in time are cut. */
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

  /** One timer for all sockets: a timer of their own would cost each of them memory. */
  #sweep() {
    const now = Date.now()
    for (const client of this.#sockets) {
      if (client.session && client.session.expiresAt <= now) {
        client.close(FORBIDDEN, 'Token expired')
        continue
      }
      if (client.session) this.#lookAfter(client, client.session, now)
      if (now - client.heardAt > this.#settings.timing.pingAfterMs) this.#ask(client)
    }
  }

  #lookAfter(client: ClientSocket, session: Session, now: number) {
    const { renewBeforeMs, remindMs } = this.#settings.timing
    if (client.recheckAt <= now || session.holdsUntil <= now) void this.#recheck(client, session)
    if (session.expiresAt - now > renewBeforeMs || client.remindAt > now) return
    client.remindAt = now + remindMs
    client.askForToken(session)
  }

  async #recheck(client: ClientSocket, session: Session) {
    const { stillHolds, timing, logger } = this.#settings
    client.recheckAt = Date.now() + timing.recheckMs
    try {
      if (!(await stillHolds(session))) client.close(FORBIDDEN, 'Access has changed')
    } catch (error) {
      logger.warn({ err: error }, 'the access of a listener could not be rechecked')
      client.close(TRY_AGAIN_LATER, 'Try again later')
    }
  }

  // Counted in looks and not in time: when this process was held up, the answers have not been read either.
  #ask(client: ClientSocket) {
    const { pingAfterMs, sweepMs } = this.#settings.timing
    if (client.silentLooks++ === 0) client.ping()
    else if (client.silentLooks * sweepMs > 2 * pingAfterMs) client.terminate()
  }
}
