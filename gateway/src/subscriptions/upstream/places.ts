import type { ID } from 'graphql-ws'
import type { UpstreamSink } from './sink.ts'

/** The streams on a socket, by their id on it, and what each still needs of it. */
export class Places {
  readonly #sinks = new Map<ID, UpstreamSink>()
  #unsent = new Set<ID>()
  readonly #holding = new Set<ID>()
  #sequence = 0

  get size(): number {
    return this.#sinks.size
  }

  /** Whether the socket is kept from being read. */
  get isHeld(): boolean {
    return this.#holding.size > 0
  }

  /** The streams whose subscribe message has not been sent on the present socket. */
  get unsent(): readonly ID[] {
    return [...this.#unsent]
  }

  get(id: ID): UpstreamSink | undefined {
    return this.#sinks.get(id)
  }

  add(sink: UpstreamSink): ID {
    const id = (++this.#sequence).toString(36)
    this.#sinks.set(id, sink)
    this.#unsent.add(id)
    return id
  }

  /** Marks a stream's subscribe message as sent. */
  markSent(id: ID): UpstreamSink | undefined {
    this.#unsent.delete(id)
    return this.#sinks.get(id)
  }

  isSent(id: ID): boolean {
    return this.#sinks.has(id) && !this.#unsent.has(id)
  }

  /** The socket is gone: every stream has to be subscribed anew on the next one, which no stream holds yet. */
  onNewSocket() {
    this.#holding.clear()
    this.#unsent = new Set(this.#sinks.keys())
  }

  /** @returns whether the socket was not held before */
  hold(id: ID): boolean {
    const isFirst = !this.isHeld && this.#sinks.has(id)
    if (this.#sinks.has(id)) this.#holding.add(id)
    return isFirst
  }

  /** @returns whether the socket is not held any more */
  release(id: ID): boolean {
    return this.#holding.delete(id) && !this.isHeld
  }

  remove(id: ID): UpstreamSink | undefined {
    const sink = this.#sinks.get(id)
    this.#sinks.delete(id)
    this.#unsent.delete(id)
    return sink
  }

  /** Removes and returns the sinks that match. */
  take(which: (sink: UpstreamSink) => boolean): UpstreamSink[] {
    const taken = [...this.#sinks].filter(([, sink]) => which(sink))
    for (const [id] of taken) {
      this.remove(id)
      this.#holding.delete(id)
    }
    return taken.map(([, sink]) => sink)
  }
}
