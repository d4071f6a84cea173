import { Readable } from 'node:stream'
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

/** An answer whose `body`, when it is large, is only the beginning. */
export interface StreamedAnswer extends RawAnswer {
  /**
   * What comes after `body`. Not reading it holds the subgraph back, destroying it ends the request. It fails with
   * NoAnswer when the answer breaks off, takes too long or grows too large.
   */
  readonly rest?: Readable
}

export interface Exchange {
  readonly pool: Pool
  readonly request: Dispatcher.DispatchOptions
  readonly until: Until
  /** What a decoded answer may measure. */
  readonly maxBytes: number
  /** From how many bytes on the answer is handed over as a stream. Infinity when it must be whole. */
  readonly streamFrom: number
}

/** How far one exchange has come. */
type State =
  | { readonly at: 'queue' }
  | { readonly at: 'request'; readonly controller: Dispatcher.DispatchController }
  | { readonly at: 'answer'; readonly controller: Dispatcher.DispatchController; readonly chunks: Buffer[] }
  | { readonly at: 'stream'; readonly controller: Dispatcher.DispatchController; readonly rest: Readable }
  | { readonly at: 'end'; readonly cause?: Error }

interface Head {
  readonly status: number
  readonly contentType: string
  readonly contentEncoding: string
}

const header = (value: string | string[] | undefined) => (Array.isArray(value) ? value[0] : value) ?? ''
const joined = (chunks: readonly Buffer[]): Buffer =>
  chunks.length === 1 && chunks[0] ? chunks[0] : Buffer.concat(chunks)

/** The lowest layer of undici: no Request, Headers or stream objects as long as the body is small. */
class Handler implements Dispatcher.DispatchHandler {
  readonly #exchange: Exchange
  readonly #resolve: (answer: StreamedAnswer | Promise<RawAnswer>) => void
  readonly #reject: (error: NoAnswer) => void
  readonly #stopWatching: () => void
  #state: State = { at: 'queue' }
  #head: Head = { status: 0, contentType: '', contentEncoding: '' }
  #bytes = 0

  constructor(
    exchange: Exchange,
    resolve: (answer: StreamedAnswer | Promise<RawAnswer>) => void,
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
      contentEncoding: header(headers['content-encoding']),
    }
    this.#state = { at: 'answer', controller, chunks: [] }
    if (Number(header(headers['content-length'])) > this.#exchange.maxBytes)
      this.#end(this.#noAnswer('too-large'))
  }

  onResponseData(_: Dispatcher.DispatchController, chunk: Buffer): void {
    const state = this.#state
    this.#bytes += chunk.length
    if (this.#bytes > this.#exchange.maxBytes) this.#end(this.#noAnswer('too-large'))
    else if (state.at === 'stream') this.#push(state, chunk)
    else if (state.at === 'answer') {
      state.chunks.push(chunk)
      // A coded answer is never a stream: it is small as sent, and bounded as decoded.
      if (this.#bytes >= this.#exchange.streamFrom && !this.#head.contentEncoding) this.#handOver(state)
    }
  }

  onResponseEnd(): void {
    const state = this.#state
    if (state.at === 'end') return
    this.#state = { at: 'end' }
    this.#stopWatching()
    if (state.at === 'stream') state.rest.push(null)
    else
      this.#resolve(state.at === 'answer' ? this.#whole(joined(state.chunks)) : this.#whole(Buffer.alloc(0)))
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
    if (state.at === 'stream') state.rest.destroy(failure)
    else this.#reject(failure)
  }

  #handOver({ controller, chunks }: Extract<State, { at: 'answer' }>): void {
    const rest = new Readable({
      read: () => controller.resume(),
      destroy: (error, done) => {
        this.#end(this.#noAnswer('left'))
        done(error)
      },
    })
    // It may break off before anyone reads it; who reads it is told all the same.
    rest.on('error', () => undefined)
    this.#state = { at: 'stream', controller, rest }
    const { status, contentType } = this.#head
    this.#resolve({ status, contentType, body: joined(chunks), rest })
  }

  #push({ controller, rest }: Extract<State, { at: 'stream' }>, chunk: Buffer): void {
    if (!rest.push(chunk)) controller.pause()
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
export const exchange = (each: Exchange): Promise<StreamedAnswer> =>
  new Promise((resolve, reject) => {
    each.pool.dispatch(each.request, new Handler(each, resolve, reject))
  })
