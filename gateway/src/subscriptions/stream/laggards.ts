import type { StreamFailure } from '../contract/failure.ts'
import type { SubscriptionStats } from '../contract/stats.ts'
import type { Source, Subscriber } from './subscriber.ts'

/**
 * Listeners that are behind while others of their stream are not. Nothing is kept for them but their position: when
 * their client has read what it was sent, they go on from there. A client that never reads is dropped as silent.
 */
export class Laggards implements Source {
  readonly #waiting = new Set<Subscriber>()
  readonly #stats: SubscriptionStats

  constructor(stats: SubscriptionStats) {
    this.#stats = stats
  }

  add(subscriber: Subscriber, goOn: (subscriber: Subscriber) => void) {
    this.#stats.slowConsumers++
    this.#waiting.add(subscriber)
    subscriber.follow(this)
    subscriber.whenDrained(() => {
      if (this.#waiting.delete(subscriber)) goOn(subscriber)
    })
  }

  leave(subscriber: Subscriber) {
    if (this.#waiting.delete(subscriber)) this.#stats.subscribers--
  }

  /** A laggard gets no events, so it cannot become fuller. */
  full() {}

  failAll(failure: StreamFailure) {
    for (const subscriber of this.#waiting) {
      this.leave(subscriber)
      subscriber.fail(failure)
    }
  }
}
