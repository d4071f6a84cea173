import type { Clock } from '../../src/subscriptions/upstream/clock.ts'

interface Timer {
  readonly at: number
  readonly run: () => void
}

/** Time that passes only when the test makes it pass; due timers run in their order. */
export class FakeClock implements Clock {
  #now = 0
  readonly #timers = new Set<Timer>()

  /** Which timers never fire. */
  loses: (ms: number) => boolean = () => false

  /** Timers that wait. */
  get pending(): number {
    return this.#timers.size
  }

  now(): number {
    return this.#now
  }

  after(ms: number, run: () => void): () => void {
    const timer = { at: this.#now + ms, run }
    if (!this.loses(ms)) this.#timers.add(timer)
    return () => this.#timers.delete(timer)
  }

  pass(ms: number) {
    const until = this.#now + ms
    for (let timer = this.#next(until); timer; timer = this.#next(until)) {
      this.#timers.delete(timer)
      this.#now = timer.at
      timer.run()
    }
    this.#now = until
  }

  #next(until: number): Timer | undefined {
    return [...this.#timers].filter(({ at }) => at <= until).toSorted((a, b) => a.at - b.at)[0]
  }
}
