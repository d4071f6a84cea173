import { nestsTooDeeply } from '@kompetanse/schema/nesting'
import { tokenExpiring } from '@kompetanse/schema/token-renewal'
import { CloseCode, MessageType, stringifyMessage, type Context } from 'graphql-ws'
import type { WebSocket } from 'ws'
import type { Session } from '../../actor/session.ts'
import type { Logger } from '../contract/options.ts'
import type { Outlet } from '../stream/subscriber.ts'
import { bringsToken, type PingPayload } from './ping-payload.ts'

export type ClientContext = Context<Record<string, unknown>, ClientSocket>

type OnMessage = (data: string) => Promise<void>
type OnClosed = (code?: number, reason?: string) => Promise<void>

export interface ClientSocketOptions {
  /** When the client was last known to be there, in milliseconds since the epoch. */
  readonly heardAt: number
  /** When its session is to be rechecked, in milliseconds since the epoch. */
  readonly recheckAt: number
  readonly unsentBytes: number
  readonly logger: Logger
}

/** The most that a message can take on the wire: a letter of UTF-16 up to three bytes of UTF-8, a frame's header ten. */
const mostBytes = ({ length }: string) => 3 * length + 10

/** One client's socket, as the protocol's server and the streams see it. Small: thousands of these are open. */
export class ClientSocket implements Outlet {
  readonly protocol: string
  session: Session | null = null
  heardAt: number
  recheckAt: number
  /** When the client is next reminded to send a fresh token, in milliseconds since the epoch. */
  remindAt = 0
  /** Sweeps since the last message, counted once the client is silent. */
  silentLooks = 0
  readonly #socket: WebSocket
  readonly #unsentBytes: number
  readonly #logger: Logger
  readonly #drained: (() => void)[] = []
  #onClosed: OnClosed | null = null
  #isFinished = false

  /** `heardAt` may be set back a little, so that sockets that connected together are not all pinged together. */
  constructor(socket: WebSocket, { heardAt, recheckAt, unsentBytes, logger }: ClientSocketOptions) {
    this.heardAt = heardAt
    this.recheckAt = recheckAt
    this.#socket = socket
    this.protocol = socket.protocol
    this.#unsentBytes = unsentBytes
    this.#logger = logger
  }

  /** Connects the socket to the protocol's server; `onClosed` ends all that runs on it, once. */
  bind(onClosed: OnClosed, onGone: () => void) {
    this.#onClosed = onClosed
    this.#socket.on('pong', () => this.#hear())
    this.#socket.on('error', () => {}) // `close` follows and says the same
    this.#socket.on('close', (code, reason) => {
      this.#finish(code, String(reason))
      onGone()
    })
  }

  onMessage(handle: OnMessage) {
    this.#socket.on('message', (data) => {
      // What crosses our farewell on its way would begin something that nothing ends.
      if (this.#isFinished) return
      this.#hear()
      const text = String(data)
      if (nestsTooDeeply(text)) return this.close(CloseCode.BadRequest, 'Nested too deeply')
      handle(text).catch((error: unknown) => {
        this.#logger.error({ err: error }, 'message of a client could not be handled')
        this.close(CloseCode.InternalServerError, 'Internal server error')
      })
    })
  }

  send(data: string) {
    if (this.#socket.readyState === this.#socket.OPEN) this.#socket.send(data)
  }

  next(id: string, payload: string): boolean {
    if (this.#socket.readyState !== this.#socket.OPEN) return true
    const text = `{"id":${JSON.stringify(id)},"type":"${MessageType.Next}","payload":${payload}}`
    const mayFill = this.#socket.bufferedAmount + mostBytes(text) > this.#unsentBytes
    this.#socket.send(text, mayFill ? () => this.#drain() : undefined)
    return this.#socket.bufferedAmount <= this.#unsentBytes
  }

  whenDrained(run: () => void) {
    this.#drained.push(run)
  }

  ping() {
    if (this.#socket.readyState === this.#socket.OPEN) this.#socket.ping()
  }

  /** Answers the protocol's ping; a token in it is not sent back. */
  onPing(payload: PingPayload) {
    const echoed = payload && !bringsToken(payload) && { payload }
    this.send(stringifyMessage({ type: MessageType.Pong, ...echoed }))
  }

  askForToken({ expiresAt }: Session) {
    const payload = { ...tokenExpiring(expiresAt) }
    this.send(stringifyMessage({ type: MessageType.Ping, payload }))
  }

  renew(session: Session) {
    this.session = session
    this.remindAt = 0
  }

  /** Streams end at once, not when the client has answered the closing. */
  close(code: number, reason: string) {
    this.#socket.close(code, reason)
    this.#finish(code, reason)
  }

  terminate() {
    this.#socket.terminate()
  }

  /** After each message that may have filled the socket, once it is written: the last of them finds it empty. */
  #drain() {
    if (this.#socket.bufferedAmount > this.#unsentBytes / 2) return
    for (const run of this.#drained.splice(0)) run()
  }

  #hear() {
    this.heardAt = Date.now()
    this.silentLooks = 0
  }

  #finish(code: number, reason: string) {
    const onClosed = this.#onClosed
    this.#onClosed = null
    this.#isFinished = true
    onClosed?.(code, reason).catch((error: unknown) => {
      this.#logger.error({ err: error }, 'socket of a client could not be cleaned up')
    })
  }
}
