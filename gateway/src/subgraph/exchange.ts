import type { Dispatcher, Pool } from 'undici'
import { codingOf, decode, UndecodableBody } from '../content-coding/decode.ts'
import { NoAnswer } from './no-answer.ts'
import { watch, type Until } from './until.ts'

/** An answer, decoded. */
export interface RawAnswer {
  readonly status: number
  readonly contentType: string
  readonly body: Buffer
}

export interface Exchange {
  readonly pool: Pool
  readonly request: Dispatcher.DispatchOptions
  readonly until: Until
  /** What a decoded answer may measure. */
  readonly maxBytes: number
}

/** How far one exchange has come. */
type State =
  | { readonly at: 'queue' }
  | { readonly at: 'request'; readonly controller: Dispatcher.DispatchController }
  | { readonly at: 'answer'; readonly controller: Dispatcher.DispatchController; readonly chunks: Buffer[] }
  | { readonly at: 'end'; readonly cause?: Error }

interface Head {
  readonly status: number
  readonly contentType: string
  readonly contentEncoding: string
}

type Header = string | string[] | undefined

const header = (value: Header) => (Array.isArray(value) ? value[0] : value) ?? ''
/** RFC 9110 § 5.3: lines of one name are one list. */
const headerList = (value: Header) => (Array.isArray(value) ? value.join(', ') : value) ?? ''
const joined = (chunks: readonly Buffer[]): Buffer =>
  chunks.length === 1 && chunks[0] ? chunks[0] : Buffer.concat(chunks)

/** The lowest layer of undici: no Request, Headers or stream objects. */
class Handler implements Dispatcher.DispatchHandler {
  readonly #exchange: Exchange
  readonly #resolve: (answer: RawAnswer | Promise<RawAnswer>) => void
  readonly #reject: (error: NoAnswer) => void
  readonly #stopWatching: () => void
  #state: State = { at: 'queue' }
  #head: Head = { status: 0, contentType: '', contentEncoding: '' }
  #bytes = 0

  constructor(
    exchange: Exchange,
    resolve: (answer: RawAnswer | Promise<RawAnswer>) => void,
    reject: (error: NoAnswer) => void,
  ) {
    this.#exchange = exchange
    this.#resolve = resolve
    this.#reject = reject
    this.#stopWatching = watch(exchange.until, (reason) => this.#end(this.#noAnswer(reason)))
  }

  onRequestStart(controller: Dispatcher.DispatchController): void {
    // What was given up while it queued must not be written any more.
    if (this.#state.at === 'end') controller.abort(this.#state.cause ?? this.#noAnswer('left'))
    else this.#state = { at: 'request', controller }
  }

  onResponseStart(
    controller: Dispatcher.DispatchController,
    status: number,
    headers: Record<string, string | string[] | undefined>,
  ): void {
    if (status < 200 || this.#state.at !== 'request') return
    this.#head = {
      status,
      contentType: header(headers['content-type']),
      contentEncoding: headerList(headers['content-encoding']),
    }
    this.#state = { at: 'answer', controller, chunks: [] }
    if (Number(header(headers['content-length'])) > this.#exchange.maxBytes)
      this.#end(this.#noAnswer('too-large'))
  }

  onResponseData(_: Dispatcher.DispatchController, chunk: Buffer): void {
    const state = this.#state
    this.#bytes += chunk.length
    if (this.#bytes > this.#exchange.maxBytes) this.#end(this.#noAnswer('too-large'))
    else if (state.at === 'answer') state.chunks.push(chunk)
  }

  onResponseEnd(): void {
    const state = this.#state
    if (state.at === 'end') return
    this.#state = { at: 'end' }
    this.#stopWatching()
    this.#resolve(this.#whole(state.at === 'answer' ? joined(state.chunks) : Buffer.alloc(0)))
  }

  onResponseError(_: unknown, error: Error): void {
    this.#end(this.#noAnswer(this.#state.at === 'queue' ? 'unreachable' : 'broken', error))
  }

  #noAnswer(reason: NoAnswer['reason'], cause?: unknown): NoAnswer {
    return new NoAnswer(reason, this.#state.at !== 'queue', cause)
  }

  /** Ends without an answer; the connection goes too when something was sent on it. */
  #end(failure: NoAnswer): void {
    const state = this.#state
    if (state.at === 'end') return
    this.#state = { at: 'end', cause: failure }
    this.#stopWatching()
    if (state.at !== 'queue') state.controller.abort(failure)
    this.#reject(failure)
  }

  #whole(sent: Buffer): RawAnswer | Promise<RawAnswer> {
    const { status, contentType, contentEncoding } = this.#head
    const coding = codingOf(contentEncoding)
    if (coding === 'identity') return { status, contentType, body: sent }
    return decode(sent, contentEncoding, this.#exchange.maxBytes).then(
      (body) => ({ status, contentType, body }),
      (cause: unknown) => {
        const tooLarge = cause instanceof UndecodableBody && cause.reason === 'too-large'
        throw new NoAnswer(tooLarge ? 'too-large' : 'undecodable', true, cause)
      },
    )
  }
}

/** One request to one replica. Rejects with NoAnswer when there is no complete answer in time. */
export const exchange = (each: Exchange): Promise<RawAnswer> =>
  new Promise((resolve, reject) => {
    each.pool.dispatch(each.request, new Handler(each, resolve, reject))
  })
