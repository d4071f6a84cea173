import type { GraphQLFormattedError } from 'graphql'
import type { SubscribePayload } from 'graphql-ws'
import { completeEvent, type CompletedEvent } from './completion.ts'
import { CURSOR_VARIABLE } from './cursor-argument.ts'
import type { EntitySharing } from './entity-sharing.ts'
import { StreamFailure } from './failure.ts'
import type { Audience, Settings, Variables } from './options.ts'
import type { SubscriptionPlan } from './planning.ts'
import { Ring } from './ring.ts'
import type { SubscriptionStats } from './stats.ts'
import { Subscriber, type Outlet, type Source } from './subscriber.ts'
import type { UpstreamEvent, UpstreamSink, UpstreamSocket } from './upstream-socket.ts'

/** What all streams of a gateway have in common. */
export interface StreamServices {
  readonly settings: Settings
  readonly stats: SubscriptionStats
  readonly entities: EntitySharing
}

export interface StreamOpening {
  readonly plan: SubscriptionPlan
  readonly variables: Variables
  /** Who the subgraph answers for. */
  readonly audience: Audience
  /** Who the other subgraphs answer for. */
  readonly entityAudience: Audience
  readonly after: string | null
  readonly upstream: UpstreamSocket
  /** Called once, when nobody can join any more. */
  readonly onClosed: (stream: Stream) => void
}

const RESTARTS = 5

const cursorOf = ({ extensions }: UpstreamEvent): string | null => {
  const cursor = extensions?.['cursor']
  return typeof cursor === 'string' ? cursor : null
}

/**
 * One subscription at a subgraph and those who listen to it. It knows the newest position it got, goes on after it
 * when the upstream comes back, and drops what it already has: listeners see every event once, in order.
 */
export class Stream implements UpstreamSink, Source {
  readonly #services: StreamServices
  readonly #opening: StreamOpening
  readonly #subscribers = new Set<Subscriber>()
  readonly #ring: Ring
  #received: string | null
  #asked = false
  #restarts = 0
  #timer: NodeJS.Timeout | undefined
  #unsubscribe: () => void
  #unfinished = 0
  #tail: Promise<void> = Promise.resolve()
  #closed = false

  constructor(services: StreamServices, opening: StreamOpening) {
    this.#services = services
    this.#opening = opening
    this.#received = opening.after
    this.#ring = new Ring(services.settings.limits.replayedEvents, opening.after)
    services.stats.streams++
    this.#unsubscribe = opening.upstream.subscribe(this)
  }

  /** Whether somebody who has everything up to `after` can join without missing an event. */
  admits(after: string | null): boolean {
    return !this.#closed && (after === null || this.#ring.covers(after))
  }

  /** Only if it admits `after`: replays what is newer, then goes on live. */
  join(outlet: Outlet, id: string, after: string | null): Subscriber {
    const subscriber = new Subscriber(this, outlet, id, after)
    if (after !== null)
      for (const event of this.#ring.after(after)) subscriber.push(event.cursor, event.payload)
    this.#subscribers.add(subscriber)
    this.#services.stats.subscribers++
    return subscriber
  }

  leave(subscriber: Subscriber) {
    if (!this.#subscribers.delete(subscriber)) return
    this.#services.stats.subscribers--
    if (this.#subscribers.size === 0) this.#close()
  }

  tooSlow(subscriber: Subscriber) {
    this.#services.stats.slowConsumers++
    this.leave(subscriber)
    subscriber.fail(StreamFailure.of('SUBSCRIPTION_SLOW_CONSUMER', 'Events were not read fast enough'))
  }

  fail(failure: StreamFailure) {
    if (this.#closed) return
    for (const subscriber of this.#dismiss()) subscriber.fail(failure)
  }

  async request(): Promise<SubscribePayload> {
    const { plan, variables, audience } = this.#opening
    const own: Record<string, unknown> = {}
    for (const name of plan.variables) if (Object.hasOwn(variables, name)) own[name] = variables[name]
    const extensions = { actor: await this.#services.settings.signActor(audience.actor) }
    if (this.#asked) this.#services.stats.resumed++
    this.#asked = true
    if (plan.cursor) own[CURSOR_VARIABLE] = this.#received
    return { query: plan.query, variables: own, extensions }
  }

  /** Before the first request nothing can have been missed; afterwards only a position tells where to go on. */
  resumable(): boolean {
    return !this.#asked || (this.#opening.plan.cursor !== null && this.#received !== null)
  }

  next(event: UpstreamEvent) {
    this.#restarts = 0
    // A request error (no `data` at all) is how a subgraph refuses to start: too old, not permitted.
    if (event.data === undefined && event.errors) return this.error(event.errors)
    const cursor = this.#opening.plan.cursor ? cursorOf(event) : null
    if (cursor !== null && this.#received !== null && cursor <= this.#received) {
      this.#services.stats.duplicates++
      return
    }
    this.#received = cursor ?? this.#received
    // Neither data nor errors: a subgraph only says where it stands, so that a quiet stream can be resumed.
    if (!event.data && !event.errors) return cursor === null ? undefined : this.#ring.begin(cursor)
    this.#services.stats.upstreamEvents++
    if (this.#opening.plan.passThrough && !event.errors) this.#deliver(cursor, { data: event.data ?? null })
    else this.#complete(cursor, event)
  }

  error(errors: readonly GraphQLFormattedError[]) {
    this.fail(new StreamFailure(errors.map(this.#services.settings.formatError)))
  }

  /** A queue has no end: one that can be resumed is asked for again, another one has really ended. */
  complete() {
    if (this.#closed) return
    if (!this.#opening.plan.cursor) {
      void this.#tail.then(() => this.#closed || this.#dismiss().forEach((subscriber) => subscriber.end()))
      return
    }
    if (!this.resumable() || this.#restarts++ >= RESTARTS) return this.lost()
    const wait = this.#services.settings.timing.backoffMs * 2 ** this.#restarts
    this.#unsubscribe = () => clearTimeout(this.#timer)
    this.#timer = setTimeout(() => {
      this.#unsubscribe = this.#opening.upstream.subscribe(this)
    }, wait)
  }

  lost() {
    const unknown = this.#opening.plan.cursor !== null && this.#received === null
    this.fail(
      unknown
        ? StreamFailure.of('SUBSCRIPTION_RESYNC', 'The upstream was lost before a position was known')
        : StreamFailure.of('SUBSCRIPTION_UPSTREAM_LOST', 'The upstream is lost'),
    )
  }

  /** Fetches of successive events overlap; delivery keeps their order. */
  #complete(cursor: string | null, event: UpstreamEvent) {
    const { settings, entities } = this.#services
    const { plan, variables, entityAudience } = this.#opening
    if (++this.#unfinished > settings.limits.unfinishedEvents) return this.lost()
    const sharing = cursor === null ? null : { audience: entityAudience.key, cursor }
    const completion = { plan, event, variables, actor: entityAudience.actor, sharing }
    const run = completeEvent(completion, settings, entities).catch((error: unknown): never => {
      settings.logger.error({ err: error }, 'event could not be completed')
      throw StreamFailure.of('SUBSCRIPTION_UPSTREAM_LOST', 'The event could not be completed')
    })
    this.#tail = this.#tail
      .then(async () => this.#deliver(cursor, await run))
      .catch((error: unknown) => this.#onIncomplete(error))
      .finally(() => this.#unfinished--)
  }

  #onIncomplete(error: unknown) {
    if (error instanceof StreamFailure) return this.fail(error)
    this.#services.settings.logger.error({ err: error }, 'event could not be delivered')
    this.lost()
  }

  #deliver(cursor: string | null, event: CompletedEvent) {
    if (this.#closed) return
    const { stats } = this.#services
    const { data, errors } = event
    const payload = JSON.stringify({ data, errors, ...(cursor !== null && { extensions: { cursor } }) })
    if (cursor !== null) this.#ring.push(cursor, payload)
    stats.delivered += this.#subscribers.size
    for (const subscriber of this.#subscribers) subscriber.push(cursor, payload)
  }

  #dismiss(): Subscriber[] {
    const subscribers = [...this.#subscribers]
    this.#subscribers.clear()
    this.#services.stats.subscribers -= subscribers.length
    this.#close()
    return subscribers
  }

  #close() {
    if (this.#closed) return
    this.#closed = true
    clearTimeout(this.#timer)
    this.#unsubscribe()
    this.#services.stats.streams--
    this.#opening.onClosed(this)
  }
}
