import type { FormattedExecutionResult, GraphQLFormattedError } from 'graphql'
import { GRAPHQL_TRANSPORT_WS_PROTOCOL, MessageType, parseMessage, stringifyMessage } from 'graphql-ws'
import type { ID, Message, SubscribePayload } from 'graphql-ws'
import { WebSocket } from 'ws'
import type { Logger, Timing } from './options.ts'

export type UpstreamEvent = FormattedExecutionResult<Record<string, unknown>, Record<string, unknown>>

/** One stream's end of the socket. All calls but `request` are made in the order of the wire. */
export interface UpstreamSink {
  /** What to (re)subscribe with: asked for at each connection, so the actor token is fresh and the cursor the newest. */
  request(): Promise<SubscribePayload>
  /** Whether what happens while the socket is down can be had again. */
  resumable(): boolean
  next(event: UpstreamEvent): void
  error(errors: readonly GraphQLFormattedError[]): void
  complete(): void
  /** The socket broke and the sink is not resumable, or the subgraph stayed away for too long. */
  lost(): void
}

const STABLE_MS = 5_000
const PING_MS = 10_000

/**
 * The one socket to a subgraph, shared by all streams of this process. It connects when the first stream comes,
 * comes back by itself after a break with the streams that can resume, and closes when it is left without streams.
 */
export class UpstreamSocket {
  readonly #urls: readonly string[]
  readonly #timing: Timing
  readonly #logger: Logger
  readonly #sinks = new Map<ID, UpstreamSink>()
  #socket: WebSocket | null = null
  #ready = false
  #sequence = 0
  #attempt = 0
  #openedAt = 0
  #downSince = 0
  #timer: NodeJS.Timeout | undefined
  #ping: NodeJS.Timeout | undefined
  #closed = false

  /** `urls` are the HTTP addresses of the subgraph's processes; they are tried in turn. */
  constructor(urls: readonly string[], timing: Timing, logger: Logger) {
    this.#urls = urls.map((url) => url.replace(/^http/, 'ws'))
    this.#timing = timing
    this.#logger = logger
  }

  /** Starts a stream; the returned function ends it at once. Neither calls the sink back. */
  subscribe(sink: UpstreamSink): () => void {
    const id = (++this.#sequence).toString(36)
    this.#sinks.set(id, sink)
    if (this.#ready) void this.#start(id, sink)
    else if (!this.#socket && this.#attempt === 0) this.#connect()
    return () => {
      if (!this.#sinks.delete(id)) return
      if (this.#ready) this.#send({ id, type: MessageType.Complete })
      this.#lingerIfIdle()
    }
  }

  close() {
    this.#closed = true
    clearTimeout(this.#timer)
    this.#socket?.close(1000)
    for (const sink of this.#takeSinks()) sink.lost()
  }

  #connect() {
    clearTimeout(this.#timer)
    if (this.#closed) return
    const url = this.#urls[this.#attempt % this.#urls.length] ?? ''
    const handshakeTimeout = this.#timing.initialisationMs
    const options = { perMessageDeflate: false, handshakeTimeout }
    const socket = new WebSocket(url, GRAPHQL_TRANSPORT_WS_PROTOCOL, options)
    this.#socket = socket
    socket.on('open', () => {
      socket.send(stringifyMessage({ type: MessageType.ConnectionInit }))
      this.#watch(socket)
    })
    socket.on('message', (data) => this.#onMessage(socket, String(data)))
    socket.on('error', () => {}) // `close` follows and says the same
    socket.on('close', (code) => this.#onClose(socket, code))
  }

  /** Cuts a socket that neither acknowledges nor answers pings: a silent one would look like a quiet queue. */
  #watch(socket: WebSocket) {
    let answered = true
    socket.on('pong', () => (answered = true))
    clearInterval(this.#ping)
    this.#ping = setInterval(() => {
      if (!answered || !this.#ready) return socket.terminate()
      answered = false
      socket.ping()
    }, PING_MS)
    this.#ping.unref()
  }

  #onMessage(socket: WebSocket, data: string) {
    if (socket !== this.#socket) return
    let message: Message
    try {
      message = parseMessage(data)
    } catch (error) {
      this.#logger.warn({ err: error }, 'subgraph sent a message that is not of the protocol')
      return socket.terminate()
    }
    if (message.type === MessageType.ConnectionAck) this.#onAcknowledged()
    else if (message.type === MessageType.Ping) this.#send({ type: MessageType.Pong })
    else if (message.type === MessageType.Next)
      this.#sinks.get(message.id)?.next(message.payload as UpstreamEvent)
    else if (message.type === MessageType.Error) this.#take(message.id)?.error(message.payload)
    else if (message.type === MessageType.Complete) this.#take(message.id)?.complete()
  }

  #onAcknowledged() {
    this.#ready = true
    this.#openedAt = Date.now()
    for (const [id, sink] of this.#sinks) void this.#start(id, sink)
    this.#lingerIfIdle()
  }

  async #start(id: ID, sink: UpstreamSink) {
    const socket = this.#socket
    try {
      const payload = await sink.request()
      const current = this.#ready && this.#socket === socket && this.#sinks.get(id) === sink
      if (current) this.#send({ id, type: MessageType.Subscribe, payload })
    } catch (error) {
      this.#logger.error({ err: error }, 'subscription could not be sent to the subgraph')
      this.#take(id)?.lost()
    }
  }

  #onClose(socket: WebSocket, code: number) {
    if (socket !== this.#socket) return
    const now = Date.now()
    if (this.#ready && now - this.#openedAt > STABLE_MS) this.#attempt = this.#downSince = 0
    this.#downSince ||= now
    this.#socket = null
    this.#ready = false
    clearInterval(this.#ping)
    clearTimeout(this.#timer)
    if (this.#sinks.size === 0) {
      this.#attempt = this.#downSince = 0
      return
    }
    this.#logger.warn({ code, streams: this.#sinks.size, attempt: this.#attempt }, 'socket to subgraph lost')
    const late = now - this.#downSince > this.#timing.giveUpAfterMs
    for (const sink of this.#takeSinks((each) => late || !each.resumable())) sink.lost()
    this.#retry()
  }

  #retry() {
    const { backoffMs, maxBackoffMs } = this.#timing
    if (this.#closed || this.#sinks.size === 0) {
      this.#attempt = this.#downSince = 0
      return
    }
    // The first try goes to the next replica at once, later ones wait; jitter keeps gateways apart.
    const wait = Math.min(maxBackoffMs, backoffMs * 2 ** this.#attempt) * (0.5 + Math.random() / 2)
    this.#attempt++
    this.#timer = setTimeout(() => this.#connect(), this.#attempt === 1 && this.#urls.length > 1 ? 0 : wait)
  }

  #lingerIfIdle() {
    if (this.#sinks.size > 0 || !this.#socket) return
    const socket = this.#socket
    clearTimeout(this.#timer)
    this.#timer = setTimeout(() => {
      if (this.#sinks.size > 0 || socket !== this.#socket) return
      // Let go before it is closed: a stream that comes now gets a new socket, not a closing one.
      this.#socket = null
      this.#ready = false
      clearInterval(this.#ping)
      socket.close(1000)
    }, this.#timing.lingerMs)
    this.#timer.unref()
  }

  #take(id: ID): UpstreamSink | undefined {
    const sink = this.#sinks.get(id)
    this.#sinks.delete(id)
    this.#lingerIfIdle()
    return sink
  }

  #takeSinks(which: (sink: UpstreamSink) => boolean = () => true): UpstreamSink[] {
    const taken: UpstreamSink[] = []
    for (const [id, sink] of this.#sinks) {
      if (!which(sink)) continue
      this.#sinks.delete(id)
      taken.push(sink)
    }
    return taken
  }

  #send(message: Message) {
    this.#socket?.send(stringifyMessage(message))
  }
}
