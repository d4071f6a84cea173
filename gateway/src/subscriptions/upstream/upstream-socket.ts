import { MessageType, stringifyMessage, type ID, type Message } from 'graphql-ws'
import type { Logger, Timing } from '../contract/options.ts'
import { systemClock, type Clock } from './clock.ts'
import {
  delayOf,
  isLate,
  isStuck,
  outageAt,
  socketOf,
  type Connection,
  type Outage,
  type Socket,
} from './connection.ts'
import { Liveness } from './liveness.ts'
import { Places } from './places.ts'
import { readMessage } from './read-message.ts'
import type { Lease, Upstream, UpstreamEvent, UpstreamSink } from './sink.ts'
import { connectBySocket, type Connect } from './wire.ts'

export interface UpstreamOptions {
  /** HTTP addresses of the subgraph's processes; they are tried in turn. */
  readonly urls: readonly string[]
  readonly timing: Timing
  readonly logger: Logger
  readonly clock?: Clock
  readonly connect?: Connect
}

/**
 * The one socket to a subgraph, shared by all streams of this process. It connects when the first stream comes,
 * comes back by itself after a break with the streams that can resume, and closes when it is left without streams.
 */
export class UpstreamSocket implements Upstream {
  readonly #urls: readonly string[]
  readonly #timing: Timing
  readonly #logger: Logger
  readonly #clock: Clock
  readonly #connectTo: Connect
  readonly #places = new Places()
  #connection: Connection = { kind: 'idle' }
  #stopWatching: (() => void) | null = null
  #connections = 0

  constructor({ urls, timing, logger, clock = systemClock, connect }: UpstreamOptions) {
    this.#urls = urls.map((url) => url.replace(/^http/, 'ws'))
    this.#timing = timing
    this.#logger = logger
    this.#clock = clock
    this.#connectTo = connect ?? connectBySocket(timing.initialisationMs)
  }

  get state(): Connection['kind'] {
    return this.#connection.kind
  }

  subscribe(sink: UpstreamSink): Lease {
    const id = this.#places.add(sink)
    if (this.#connection.kind === 'closed') queueMicrotask(() => this.#remove(id)?.lost())
    this.#settle()
    return {
      leave: () => this.#leave(id),
      hold: () => this.#hold(id),
      release: () => this.#release(id),
      isShared: () => this.#places.size > 1,
    }
  }

  close() {
    const socket = socketOf(this.#connection)
    this.#enter({ kind: 'closed' })
    socket?.wire.close()
    for (const sink of this.#places.take(() => true)) sink.lost()
  }

  /** Every change of state: what the state before had is let go of, then the listeners get what they need. */
  #enter(next: Connection) {
    const before = this.#connection
    this.#connection = next
    if (before.kind === 'waiting') before.cancel()
    if (before.kind === 'ready') before.keep?.()
    const former = socketOf(before)
    if (former && former !== socketOf(next)) {
      former.liveness.stop()
      this.#places.onNewSocket()
    }
    this.#settle()
  }

  /** Brings the connection to what the listeners need; nothing to do when it is there already. */
  #settle() {
    const connection = this.#connection
    const wanted = this.#places.size > 0
    this.#watch()
    if (connection.kind === 'idle' && wanted) return this.#connect(null)
    if (connection.kind === 'waiting' && !wanted) return this.#enter({ kind: 'idle' })
    if (connection.kind !== 'ready') return
    const keep = wanted ? null : (connection.keep ?? this.#letGoLater(connection.socket))
    if (keep !== connection.keep) return this.#enter({ ...connection, keep })
    for (const id of this.#places.unsent) void this.#ask(id, connection.socket)
  }

  #connect(outage: Outage | null) {
    const url = this.#urls[this.#connections++ % this.#urls.length] ?? ''
    try {
      const socket = this.#open(url)
      this.#enter({ kind: 'connecting', socket, outage })
    } catch (error) {
      this.#logger.error({ err: error, url }, 'no socket to the subgraph could be made')
      this.#onBroken(outage ?? { since: this.#clock.now(), attempts: 0 })
    }
  }

  #open(url: string): Socket {
    // What an abandoned socket still says is nobody's.
    const held = () => socketOf(this.#connection) === socket
    const wire = this.#connectTo(url, {
      opened: () => (held() ? this.#greet(socket) : wire.close()),
      message: (text) => held() && this.#onMessage(socket, text),
      answered: () => held() && liveness.answered(),
      closed: (code) => held() && this.#onClosed(code),
    })
    const liveness = new Liveness(this.#clock, wire, () => this.#places.isHeld)
    const socket: Socket = { wire, liveness }
    return socket
  }

  #greet({ wire, liveness }: Socket) {
    wire.send(stringifyMessage({ type: MessageType.ConnectionInit }))
    liveness.expect()
  }

  #onMessage(socket: Socket, text: string) {
    let message: Message
    try {
      message = readMessage(text)
    } catch (error) {
      this.#logger.warn({ err: error }, 'subgraph sent a message that is not of the protocol')
      return socket.wire.cut()
    }
    switch (message.type) {
      case MessageType.ConnectionAck:
        return this.#onAcknowledged(socket)
      case MessageType.Ping:
        return socket.wire.send(stringifyMessage({ type: MessageType.Pong }))
      case MessageType.Next:
        return this.#places.get(message.id)?.next(message.payload as UpstreamEvent, text.length)
      case MessageType.Error:
        return this.#remove(message.id)?.error(message.payload)
      case MessageType.Complete:
        return this.#remove(message.id)?.complete()
    }
  }

  #onAcknowledged(socket: Socket) {
    if (this.#connection.kind !== 'connecting') return
    socket.liveness.answered()
    const { outage } = this.#connection
    this.#enter({ kind: 'ready', socket, since: this.#clock.now(), outage, keep: null })
  }

  async #ask(id: ID, socket: Socket) {
    const sink = this.#places.markSent(id)
    if (!sink) return
    try {
      const payload = await sink.request()
      const current = socketOf(this.#connection) === socket && this.#places.get(id) === sink
      if (current) socket.wire.send(stringifyMessage({ id, type: MessageType.Subscribe, payload }))
    } catch (error) {
      this.#logger.error({ err: error }, 'subscription could not be sent to the subgraph')
      this.#remove(id)?.lost()
    }
  }

  #onClosed(code: number) {
    const outage = outageAt(this.#connection, this.#clock.now())
    const streams = this.#places.size
    if (streams > 0) this.#logger.warn({ code, streams, ...outage }, 'socket to subgraph lost')
    this.#onBroken(outage)
  }

  #onBroken(outage: Outage) {
    const late = isLate(outage, this.#clock.now(), this.#timing)
    const lost = this.#places.take((sink) => late || !sink.resumable())
    const next = { ...outage, attempts: outage.attempts + 1 }
    const wait = delayOf(outage, this.#urls.length, this.#timing)
    const until = this.#clock.now() + wait
    const cancel = this.#clock.after(wait, () => this.#connect(next))
    this.#enter({ kind: 'waiting', until, cancel })
    for (const sink of lost) sink.lost()
  }

  #letGoLater({ wire }: Socket): () => void {
    return this.#clock.after(this.#timing.lingerMs, () => {
      // Let go before it is closed: a stream that comes now gets a new socket, not a closing one.
      this.#enter({ kind: 'idle' })
      wire.close()
    })
  }

  /** The last line of defence: should who listens ever be left without a socket and a timer, it does not last. */
  #watch() {
    if (this.#places.size === 0 || this.#connection.kind === 'closed') {
      this.#stopWatching?.()
      this.#stopWatching = null
      return
    }
    this.#stopWatching ??= this.#clock.after(this.#timing.watchMs, () => {
      this.#stopWatching = null
      if (!isStuck(this.#connection, this.#clock.now())) return this.#settle()
      this.#logger.error(
        { streams: this.#places.size, state: this.state },
        'streams were left without a socket',
      )
      this.#enter({ kind: 'idle' })
    })
  }

  #leave(id: ID) {
    const socket = socketOf(this.#connection)
    if (this.#places.isSent(id)) socket?.wire.send(stringifyMessage({ id, type: MessageType.Complete }))
    this.#remove(id)
  }

  #remove(id: ID): UpstreamSink | undefined {
    const sink = this.#places.remove(id)
    this.#release(id)
    this.#settle()
    return sink
  }

  #hold(id: ID) {
    if (this.#connection.kind === 'ready' && this.#places.hold(id)) this.#connection.socket.wire.pause()
  }

  #release(id: ID) {
    if (!this.#places.release(id)) return
    const socket = socketOf(this.#connection)
    socket?.wire.resume()
    socket?.liveness.released()
  }
}
