import { copyJson } from '../../json/json.ts'
import type { SubgraphAnswer } from '../../subgraph/subgraph-answer.ts'
import { SharedRequest, type Send } from './shared-request.ts'

/**
 * Lets so many fetches of one stream through at once. In a burst, equal ones that still wait become one: it is sent
 * after the last of the events that it is for, so no answer is older than its event.
 */
export class FetchGate {
  readonly #most: number
  readonly #queued = new Map<string, SharedRequest>()
  readonly #turns: (() => void)[] = []
  #running = 0

  constructor(most: number) {
    this.#most = most
  }

  /** `request` names the subgraph, the text and the keys. Everybody gets a copy: plans write into what they get. */
  async fetch(request: string, send: Send, signal: AbortSignal): Promise<SubgraphAnswer> {
    if (this.#running < this.#most) {
      this.#running++
      return this.#inTurn(() => send(signal))
    }
    const known = this.#queued.get(request)
    if (known && !known.isAborted) return copyJson(await known.join(signal)) as SubgraphAnswer
    const queued = new SharedRequest(async (until) => {
      await new Promise<void>((resolve) => this.#turns.push(resolve))
      if (this.#queued.get(request) === queued) this.#queued.delete(request)
      return this.#inTurn(() => send(until))
    })
    this.#queued.set(request, queued)
    return copyJson(await queued.join(signal)) as SubgraphAnswer
  }

  /** Passes its slot to the next in the queue. */
  async #inTurn(send: () => Promise<SubgraphAnswer>): Promise<SubgraphAnswer> {
    try {
      return await send()
    } finally {
      const next = this.#turns.shift()
      if (next) next()
      else this.#running--
    }
  }
}
