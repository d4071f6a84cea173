import type { SubgraphAnswer } from '../../subgraph/subgraph-answer.ts'

/** Sends the request; the signal aborts when all callers have left. */
export type Send = (signal: AbortSignal) => Promise<SubgraphAnswer>

/** One request and its callers: it is aborted when the last of them leaves. */
export class SharedRequest {
  readonly answer: Promise<SubgraphAnswer>
  readonly #abort = new AbortController()
  #waiting = 0

  constructor(send: Send) {
    this.answer = send(this.#abort.signal)
  }

  get isAborted(): boolean {
    return this.#abort.signal.aborted
  }

  /** `signal`: the caller has left. */
  async join(signal: AbortSignal): Promise<SubgraphAnswer> {
    const leave = () => {
      if (--this.#waiting === 0) this.#abort.abort()
    }
    this.#waiting++
    if (signal.aborted) leave()
    else signal.addEventListener('abort', leave)
    try {
      return await this.answer
    } finally {
      signal.removeEventListener('abort', leave)
    }
  }
}
