import type { ExecutionResult } from 'graphql'
import type { StreamFailure } from './failure.ts'

/** Where a subscriber's events go. */
export interface Outlet {
  /** Takes an event as JSON; false: the client does not keep up and this listener is to be cut. */
  next(id: string, payload: string): boolean
}

/** What a subscriber leaves when it ends. */
export interface Source {
  leave(subscriber: Subscriber): void
  tooSlow(subscriber: Subscriber): void
}

type Step = IteratorResult<ExecutionResult, undefined>

const DONE: Step = { done: true, value: undefined }

/**
 * One client's listening to one stream. Events are pushed straight to the outlet, so the text of an event is made
 * once for all listeners; as an iterator it yields nothing and only tells the server when it ends: `next` waits
 * until the stream ends (or rejects with why it failed), and `return` acts at once, even while `next` waits.
 */
export class Subscriber implements AsyncIterableIterator<ExecutionResult, undefined> {
  readonly #source: Source
  readonly #outlet: Outlet
  readonly #id: string
  #after: string | null
  #early: string[] | null = []
  #waiting: PromiseWithResolvers<Step> | null = null
  #failure: StreamFailure | null = null
  #ended = false

  constructor(source: Source, outlet: Outlet, id: string, after: string | null) {
    this.#source = source
    this.#outlet = outlet
    this.#id = id
    this.#after = after
  }

  /** Events up to the client's own position are not repeated to it. */
  push(cursor: string | null, payload: string) {
    if (this.#ended) return
    if (cursor !== null) {
      if (this.#after !== null && cursor <= this.#after) return
      this.#after = cursor
    }
    if (this.#early) this.#early.push(payload)
    else if (!this.#outlet.next(this.#id, payload)) this.#source.tooSlow(this)
  }

  fail(failure: StreamFailure) {
    if (this.#ended) return
    this.#failure = failure
    this.#settle()
  }

  end() {
    if (!this.#ended) this.#settle()
  }

  // The server asks for the first step once the client's id is registered: nothing is sent before.
  next(): Promise<Step> {
    const early = this.#early
    this.#early = null
    for (const payload of early ?? []) {
      if (this.#ended || this.#outlet.next(this.#id, payload)) continue
      this.#source.tooSlow(this)
    }
    if (this.#failure) return Promise.reject(this.#takeFailure())
    if (this.#ended) return Promise.resolve(DONE)
    this.#waiting = Promise.withResolvers<Step>()
    return this.#waiting.promise
  }

  return(): Promise<Step> {
    if (!this.#ended) {
      this.#settle()
      this.#source.leave(this)
    }
    return Promise.resolve(DONE)
  }

  throw(): Promise<Step> {
    return this.return()
  }

  [Symbol.asyncIterator]() {
    return this
  }

  #settle() {
    this.#ended = true
    const waiting = this.#waiting
    this.#waiting = null
    if (!waiting) return
    if (this.#failure) waiting.reject(this.#takeFailure())
    else waiting.resolve(DONE)
  }

  #takeFailure(): StreamFailure | null {
    const failure = this.#failure
    this.#failure = null
    return failure
  }
}
