import type { SubgraphAnswer } from '../../subgraph/subgraph-answer.ts'

/** Sends the request; the signal says that nobody waits for it any more. */
export type Send = (signal: AbortSignal) => Promise<SubgraphAnswer>

/** One request and those who wait for it: it is aborted when the last of them leaves. */
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

  /** `signal`: the one who asks has left. */
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
