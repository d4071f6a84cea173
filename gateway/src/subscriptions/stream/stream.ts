import { completeEvent, type CompletedEvent, type CompletionServices } from '../completion/complete-event.ts'
import { FetchGate } from '../completion/fetch-gate.ts'
import type { SoundEvent } from '../completion/upstream-event.ts'
import type { JsonObject } from '../../json/json.ts'
import { StreamFailure, tooMuch } from '../contract/failure.ts'
import type { Audience, Variables } from '../contract/options.ts'
import { Feed, type FeedConsumer, type FeedOptions } from './feed.ts'
import { InOrder } from './in-order.ts'
import { positionOf, type Position, type Start } from '../plan/position.ts'
import { Ring } from './ring.ts'
import { Subscriber, type Outlet, type Source } from './subscriber.ts'

/** What all streams of a gateway have in common. */
export type StreamServices = CompletionServices

export interface StreamOpening extends FeedOptions {
  /** The actor for which the other subgraphs answer. */
  readonly entityAudience: Audience
  /** The variables with their defaults. */
  readonly coerced: Variables
  /** Charges an event to the listener's budget; false when that does not cover it. */
  readonly pay: () => boolean
  /** Called once, when the stream admits no more listeners. */
  readonly onClosed: (stream: Stream) => void
  /** Takes a listener that is behind the others and can be served later from its own position. */
  readonly onBehind: (subscriber: Subscriber) => void
}

/** An event as listeners get it. */
interface Delivery {
  /** JSON. */
  readonly payload: string
  readonly cursor: Position | null
}

const deliveryOf = ({ data, errors, extensions }: CompletedEvent, cursor: Position | null): Delivery => {
  const all = cursor === null ? extensions : { ...extensions, cursor }
  return { payload: JSON.stringify({ data, errors, extensions: all }), cursor }
}

/** One feed and its listeners: each gets every event once, in order. */
export class Stream implements FeedConsumer, Source {
  readonly #services: StreamServices
  readonly #opening: StreamOpening
  readonly #subscribers = new Set<Subscriber>()
  readonly #ring: Ring
  readonly #events: InOrder<Delivery>
  readonly #feed: Feed
  /** The only listener, when it is behind: the subgraph waits for it. */
  #behind: { readonly subscriber: Subscriber; readonly patience: NodeJS.Timeout | null } | null = null
  /** Made with the first event that needs a fetch: most streams never have one. */
  #fetches: { readonly abort: AbortController; readonly gate: FetchGate } | null = null
  #state: 'open' | 'ending' | 'closed' = 'open'

  constructor(services: StreamServices, opening: StreamOpening) {
    this.#services = services
    this.#opening = opening
    this.#ring = new Ring(services.settings.limits.replayedEvents, positionOf(opening.start))
    this.#events = new InOrder<Delivery>(
      (event) => this.#deliver(event),
      () => this.#relieve(),
    )
    services.stats.streams++
    this.#feed = new Feed(opening, this, services)
  }

  /** Whether a listener from `start` can join without missing an event, and without waiting for another listener. */
  admits(start: Start): boolean {
    if (this.#state !== 'open' || this.#behind || start.kind === 'elsewhere') return false
    return start.kind === 'now' || this.#ring.covers(start.given)
  }

  /** Only if it admits `start`: replays what is newer, then goes on live. */
  join(outlet: Outlet, id: string, start: Start): Subscriber {
    const subscriber = new Subscriber(this, outlet, id, positionOf(start))
    this.#services.stats.subscribers++
    this.adopt(subscriber)
    return subscriber
  }

  /** Takes a listener that comes from another stream and whose position is admitted. */
  adopt(subscriber: Subscriber) {
    subscriber.follow(this)
    this.#subscribers.add(subscriber)
    const { position } = subscriber
    if (position === null) return
    for (const event of this.#ring.after(position)) subscriber.push(event.cursor, event.payload)
  }

  leave(subscriber: Subscriber) {
    if (!this.#subscribers.delete(subscriber)) return
    this.#services.stats.subscribers--
    if (this.#subscribers.size === 0) this.#close()
  }

  full(subscriber: Subscriber) {
    if (!this.#subscribers.has(subscriber) || this.#behind) return
    const resumable = subscriber.position !== null
    if (this.#subscribers.size === 1) return this.#waitFor(subscriber, resumable)
    if (!resumable) return this.#cut(subscriber)
    this.#subscribers.delete(subscriber)
    this.#opening.onBehind(subscriber)
  }

  /** Ends the stream when what has come is delivered, each listener with the reason. */
  fail(failure: StreamFailure) {
    this.#feed.stop()
    this.ended(failure)
  }

  event({ data = null, errors, cursor }: SoundEvent, bytes: number) {
    if (!this.#opening.pay()) return this.fail(tooMuch())
    if (!errors && this.#isAnswer(data)) this.#events.push(deliveryOf({ data }, cursor), bytes)
    else this.#events.pushLater(this.#complete({ data, cursor, ...(errors && { errors }) }), bytes)
  }

  position(position: Position) {
    this.#ring.begin(position)
  }

  isFull(): boolean {
    const { unfinishedEvents, unfinishedBytes } = this.#services.settings.limits
    const { length, bytes } = this.#events
    return this.#behind !== null || length >= unfinishedEvents || bytes >= unfinishedBytes
  }

  ended(failure: StreamFailure | null) {
    if (this.#state !== 'open') return
    this.#state = 'ending'
    this.#events.finish(() => {
      for (const subscriber of this.#dismiss()) {
        if (failure) subscriber.fail(failure)
        else subscriber.end()
      }
    })
  }

  /** Whether an event already is the client's answer: of a subgraph that is ahead of the schema it may not be. */
  #isAnswer(data: JsonObject | null): boolean {
    const { plan, coerced } = this.#opening
    return plan.passThrough?.matchesShape(Buffer.from(JSON.stringify({ data })), coerced) ?? false
  }

  /** Fetches of successive events overlap. */
  async #complete(event: SoundEvent): Promise<Delivery> {
    const { plan, variables, entityAudience } = this.#opening
    const { cursor } = event
    const { abort, gate } = (this.#fetches ??= {
      abort: new AbortController(),
      gate: new FetchGate(this.#services.settings.limits.fetchesAtOnce),
    })
    const sharing = cursor === null ? null : { audience: entityAudience.key, cursor }
    const by = { actor: entityAudience.actor, sharing, signal: abort.signal, gate }
    return deliveryOf(await completeEvent({ plan, event, variables, ...by }, this.#services), cursor)
  }

  #deliver({ payload, cursor }: Delivery) {
    const { stats } = this.#services
    if (cursor !== null) this.#ring.push(cursor, payload)
    stats.delivered += this.#subscribers.size
    for (const subscriber of this.#subscribers) subscriber.push(cursor, payload)
  }

  /**
   * Makes the subgraph wait, since the listener is alone. Without a position only for a while, since nothing can be
   * resumed.
   */
  #waitFor(subscriber: Subscriber, resumable: boolean) {
    const { slowMs } = this.#services.settings.timing
    const patience = resumable ? null : setTimeout(() => this.#cut(subscriber), slowMs)
    this.#behind = { subscriber, patience }
    this.#feed.hold()
    subscriber.whenDrained(() => {
      this.#caughtUp()
      this.#relieve()
    })
  }

  #caughtUp() {
    clearTimeout(this.#behind?.patience ?? undefined)
    this.#behind = null
  }

  #cut(subscriber: Subscriber) {
    this.#services.stats.slowConsumers++
    this.leave(subscriber)
    subscriber.fail(StreamFailure.of('SUBSCRIPTION_SLOW_CONSUMER', 'Events were not read fast enough'))
  }

  /** The subgraph goes on once half of what may wait has gone: it should not be stopped at every event. */
  #relieve() {
    const { unfinishedEvents, unfinishedBytes } = this.#services.settings.limits
    const { length, bytes } = this.#events
    if (this.#behind || length > unfinishedEvents / 2 || bytes > unfinishedBytes / 2) return
    if (this.#state === 'open') this.#feed.relieve()
  }

  #dismiss(): Subscriber[] {
    const subscribers = [...this.#subscribers]
    this.#services.stats.subscribers -= subscribers.length
    this.#close()
    return subscribers
  }

  #close() {
    if (this.#state === 'closed') return
    this.#state = 'closed'
    this.#caughtUp()
    this.#feed.stop()
    this.#events.clear()
    this.#fetches?.abort.abort()
    this.#services.stats.streams--
    this.#opening.onClosed(this)
  }
}
