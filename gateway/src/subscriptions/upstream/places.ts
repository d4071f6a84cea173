import type { ID } from 'graphql-ws'
import type { UpstreamSink } from './sink.ts'

/** The streams on a socket, by their id on it, and what each still needs of it. */
export class Places {
  readonly #sinks = new Map<ID, UpstreamSink>()
  #unasked = new Set<ID>()
  readonly #holding = new Set<ID>()
  #sequence = 0

  get size(): number {
    return this.#sinks.size
  }

  /** Whether the socket is kept from being read. */
  get isHeld(): boolean {
    return this.#holding.size > 0
  }

  /** Who has not been asked for on the present socket. */
  get unasked(): readonly ID[] {
    return [...this.#unasked]
  }

  get(id: ID): UpstreamSink | undefined {
    return this.#sinks.get(id)
  }

  add(sink: UpstreamSink): ID {
    const id = (++this.#sequence).toString(36)
    this.#sinks.set(id, sink)
    this.#unasked.add(id)
    return id
  }

  /** Notes that a stream is asked for now. */
  ask(id: ID): UpstreamSink | undefined {
    this.#unasked.delete(id)
    return this.#sinks.get(id)
  }

  isAsked(id: ID): boolean {
    return this.#sinks.has(id) && !this.#unasked.has(id)
  }

  /** The socket is gone: everybody has to be asked for anew on the next, which nobody holds. */
  onNewSocket() {
    this.#holding.clear()
    this.#unasked = new Set(this.#sinks.keys())
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
    this.#unasked.delete(id)
    return sink
  }

  /** Removes those for whom it holds. */
  take(which: (sink: UpstreamSink) => boolean): UpstreamSink[] {
    const taken = [...this.#sinks].filter(([, sink]) => which(sink))
    for (const [id] of taken) {
      this.remove(id)
      this.#holding.delete(id)
    }
    return taken.map(([, sink]) => sink)
  }
}
