import type { ExecutionResult } from 'graphql'
import type { StreamFailure } from '../contract/failure.ts'
import { isNewer, type Position } from '../plan/position.ts'

/** Where a subscriber's events go. */
export interface Outlet {
  /** Takes an event as JSON; false: taken, but the client does not keep up and nothing more should come. */
  next(id: string, payload: string): boolean
  /** Runs once when there is room again; never if the client does not come to read. */
  whenDrained(run: () => void): void
}

/** Where a subscriber's events come from. */
export interface Source {
  leave(subscriber: Subscriber): void
  /** The subscriber's outlet is full. */
  full(subscriber: Subscriber): void
}

type Step = IteratorResult<ExecutionResult, undefined>

const DONE: Step = { done: true, value: undefined }

/**
 * One client's listening, wherever its events come from at the moment. Events are pushed straight to the outlet, so
 * the text of an event is made once for all listeners; as an iterator it yields nothing and only signals to the server
 * when it ends: `next` waits until the stream ends (or rejects with why it failed), and `return` acts at once, even
 * while `next` waits.
 */
export class Subscriber implements AsyncIterableIterator<ExecutionResult, undefined> {
  readonly #outlet: Outlet
  readonly #id: string
  #source: Source
  #position: Position | null
  #early: string[] | null = []
  #waiting: PromiseWithResolvers<Step> | null = null
  #failure: StreamFailure | null = null
  #ended = false

  constructor(source: Source, outlet: Outlet, id: string, position: Position | null) {
    this.#source = source
    this.#outlet = outlet
    this.#id = id
    this.#position = position
  }

  /** The position up to which the client has every event; null when it is unknown. */
  get position(): Position | null {
    return this.#position
  }

  /** From now on events come from elsewhere. */
  follow(source: Source) {
    this.#source = source
  }

  /** Events up to the client's own position are not repeated to it. */
  push(cursor: Position | null, payload: string) {
    if (this.#ended) return
    if (cursor !== null && this.#position !== null && !isNewer(cursor, this.#position)) return
    this.#position = cursor
    if (this.#early) this.#early.push(payload)
    else if (!this.#outlet.next(this.#id, payload)) this.#source.full(this)
  }

  whenDrained(run: () => void) {
    this.#outlet.whenDrained(run)
  }

  fail(failure: StreamFailure) {
    if (this.#ended) return
    this.#failure = failure
    this.#settle()
  }

  end() {
    this.#settle()
  }

  // The server calls this once the client's id is registered: nothing is sent before.
  next(): Promise<Step> {
    this.#sendEarly()
    if (this.#failure) return Promise.reject(this.#takeFailure())
    if (this.#ended) return Promise.resolve(DONE)
    this.#waiting = Promise.withResolvers<Step>()
    return this.#waiting.promise
  }

  return(): Promise<Step> {
    this.#early = null
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

  /** What came early is sent also when the stream has ended since. */
  #sendEarly() {
    const early = this.#early ?? []
    this.#early = null
    let hasRoom = true
    for (const payload of early) hasRoom = this.#outlet.next(this.#id, payload)
    if (!hasRoom && !this.#ended) this.#source.full(this)
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
