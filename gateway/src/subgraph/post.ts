import type { Dispatcher } from 'undici'
import type { Replica } from './replicas.ts'

export interface RawAnswer {
  readonly status: number
  readonly contentType: string
  readonly body: Buffer
}

const header = (value: string | string[] | undefined) => (Array.isArray(value) ? value[0] : value) ?? ''

/** The lowest layer of undici: no Request, Headers or stream objects, only the bytes of the body. */
class Collector implements Dispatcher.DispatchHandler {
  readonly #chunks: Buffer[] = []
  readonly #resolve: (answer: RawAnswer) => void
  readonly #reject: (error: Error) => void
  #status = 0
  #contentType = ''

  constructor(resolve: (answer: RawAnswer) => void, reject: (error: Error) => void) {
    this.#resolve = resolve
    this.#reject = reject
  }

  onRequestStart(): void {
    // Undici requires the method; nothing is to be done until there is an answer.
  }

  onResponseStart(_: unknown, status: number, headers: Record<string, string | string[] | undefined>): void {
    this.#status = status
    this.#contentType = header(headers['content-type'])
  }

  onResponseData(_: unknown, chunk: Buffer): void {
    this.#chunks.push(chunk)
  }

  onResponseEnd(): void {
    const [only, ...more] = this.#chunks
    const body = only && more.length === 0 ? only : Buffer.concat(this.#chunks)
    this.#resolve({ status: this.#status, contentType: this.#contentType, body })
  }

  onResponseError(_: unknown, error: Error): void {
    this.#reject(error)
  }
}

/** Posts a body to a replica; rejects with undici's own error when there is no complete answer. */
export const post = (
  { pool, path }: Replica,
  headers: Record<string, string>,
  body: string,
): Promise<RawAnswer> =>
  new Promise((resolve, reject) => {
    pool.dispatch({ method: 'POST', path, headers, body }, new Collector(resolve, reject))
  })
