import type { GraphQLFormattedError } from 'graphql'
import type { SubscribePayload } from 'graphql-ws'
import { waitAfter } from '@kompetanse/schema/wait-after'
import { setOwn } from '../../json/json.ts'
import { StreamFailure } from '../contract/failure.ts'
import type { Audience, Settings, Variables } from '../contract/options.ts'
import type { SubscriptionPlan } from '../plan/planning.ts'
import type { SubscriptionStats } from '../contract/stats.ts'
import { readEvent, type SoundEvent } from '../completion/upstream-event.ts'
import type { Lease, Upstream, UpstreamEvent, UpstreamSink } from '../upstream/sink.ts'
import { isNewer, positionOf, type Position, type Start } from '../plan/position.ts'

export interface FeedOptions {
  readonly plan: SubscriptionPlan
  readonly variables: Variables
  /** The actor for which the subgraph answers. */
  readonly audience: Audience
  readonly start: Start
  readonly upstream: Upstream
}

/** The receiver of the subgraph's events. */
export interface FeedConsumer {
  event(event: SoundEvent, bytes: number): void
  /** The subgraph only gives its position. */
  position(position: Position): void
  /** Whether nothing more can be taken now; `relieve` is called when it can. */
  isFull(): boolean
  /** Nothing more will come. Without a failure the stream has ended normally. */
  ended(failure: StreamFailure | null): void
}

/** The connection to the subgraph. Each state carries what it needs. */
type Flow =
  | { readonly kind: 'open'; readonly lease: Lease }
  /** The consumer is full: the socket is not read, and only for a moment if the stream can be resumed. */
  | {
      readonly kind: 'held'
      readonly lease: Lease
      /** Milliseconds since the epoch. */
      readonly since: number
      readonly timer: NodeJS.Timeout | null
    }
  /** The consumer has been full for longer: the feed subscribes again, from the newest position, when it has room. */
  | { readonly kind: 'parked' }
  /** The subgraph has completed the stream: the feed subscribes again in a moment. */
  | { readonly kind: 'pausing'; readonly timer: NodeJS.Timeout }
  | { readonly kind: 'over' }

/** How often in a row a stream that can be resumed may end without an event before it has really ended. */
const RESTARTS = 3
/** With this code a subgraph ends a stream that is not at its end: an event could not be read. */
const INTERRUPTED = 'SUBSCRIPTION_INTERRUPTED'

/**
 * One subscription at a subgraph. It keeps the newest position, resumes after it when the upstream comes back, drops
 * events that it has delivered already, and makes the subgraph wait while its consumer is full.
 */
export class Feed implements UpstreamSink {
  readonly #options: FeedOptions
  readonly #consumer: FeedConsumer
  readonly #settings: Settings
  readonly #stats: SubscriptionStats
  /** Null as long as nothing has one, and where nothing ever has. */
  #received: Position | null
  /** Whether every event so far had a position: without one the stream cannot be resumed. */
  #isPlaced = true
  #isRequested = false
  #restarts = 0
  #flow: Flow = { kind: 'over' }

  constructor(
    options: FeedOptions,
    consumer: FeedConsumer,
    { settings, stats }: { readonly settings: Settings; readonly stats: SubscriptionStats },
  ) {
    this.#options = options
    this.#consumer = consumer
    this.#settings = settings
    this.#stats = stats
    this.#received = positionOf(options.start)
    this.#open()
  }

  async request(): Promise<SubscribePayload> {
    const { plan, variables, audience, start } = this.#options
    const own: Record<string, unknown> = {}
    for (const name of plan.variables) if (Object.hasOwn(variables, name)) setOwn(own, name, variables[name])
    const extensions = { actor: await this.#settings.signActor(audience.actor) }
    if (this.#isRequested) this.#stats.resumed++
    this.#isRequested = true
    const position = this.#received ?? start.given
    if (plan.cursor && position !== undefined) own[plan.cursor.bound] = position
    return { query: plan.query, variables: own, extensions }
  }

  /** Before the first request nothing can be missed; after it, the stream resumes only from a position. */
  resumable(): boolean {
    if (!this.#isRequested) return true
    const known = this.#received !== null || this.#options.start.kind === 'elsewhere'
    return known && this.#isPlaced
  }

  next(upstreamEvent: UpstreamEvent, bytes: number) {
    const event = readEvent(upstreamEvent)
    // A request error (no `data` at all) is how a subgraph refuses to start: too old, not permitted.
    if (event.data === undefined && event.errors) return this.error(event.errors)
    if (this.#isKnown(event)) return void this.#stats.duplicates++
    this.#restarts = 0
    this.#take(event, bytes)
    if (this.#consumer.isFull()) this.hold()
  }

  error(errors: readonly GraphQLFormattedError[]) {
    const interrupted = errors.every(({ extensions }) => extensions?.['code'] === INTERRUPTED)
    if (interrupted && this.resumable() && this.#restarts < RESTARTS) return this.#askAgain()
    if (interrupted) return this.lost()
    this.#end(new StreamFailure(this.#settings.formatErrors(errors)))
  }

  /**
   * Subscribes again when the stream can be resumed, since a subgraph that stops completes its streams. A stream has
   * ended when it is completed repeatedly without an event in between, or once when it has no positions.
   */
  complete() {
    if (this.resumable() && this.#restarts < RESTARTS) this.#askAgain()
    else this.#end(null)
  }

  lost() {
    const { plan } = this.#options
    const unknown = plan.cursor !== null && (this.#received === null || !this.#isPlaced)
    this.#end(
      unknown
        ? StreamFailure.of('SUBSCRIPTION_RESYNC', 'The upstream was lost before a position was known')
        : StreamFailure.of('SUBSCRIPTION_UPSTREAM_LOST', 'The upstream is lost'),
    )
  }

  /** Makes the subgraph wait, until `relieve`. */
  hold() {
    const flow = this.#flow
    if (flow.kind !== 'open' && flow.kind !== 'held') return
    // Repeated while held: the socket may have been replaced by a new one, which is read.
    flow.lease.hold()
    if (flow.kind === 'held') return
    const timer = this.#options.plan.cursor ? this.#parkLater() : null
    this.#enter({ kind: 'held', lease: flow.lease, since: Date.now(), timer })
  }

  relieve() {
    const flow = this.#flow
    if (flow.kind === 'parked') return this.#open()
    if (flow.kind !== 'held') return
    this.#enter({ kind: 'open', lease: flow.lease })
    flow.lease.release()
  }

  /** Ends the subscription at the subgraph; the consumer gets no event of it. */
  stop() {
    this.#enter({ kind: 'over' })
  }

  #isKnown({ cursor }: SoundEvent): boolean {
    return cursor !== null && this.#received !== null && !isNewer(cursor, this.#received)
  }

  #take(event: SoundEvent, bytes: number) {
    const cursor = this.#options.plan.cursor ? event.cursor : null
    this.#received = cursor ?? this.#received
    this.#isPlaced = cursor !== null
    // Neither data nor errors: so that a quiet stream can be resumed.
    if (!event.data && !event.errors) return cursor === null ? undefined : this.#consumer.position(cursor)
    this.#stats.upstreamEvents++
    this.#consumer.event({ ...event, cursor }, bytes)
  }

  #open() {
    this.#enter({ kind: 'open', lease: this.#options.upstream.subscribe(this) })
  }

  #parkLater(): NodeJS.Timeout {
    return setTimeout(() => this.#park(), this.#settings.timing.holdMs)
  }

  /**
   * Alone on its socket, a stream holds it for longer: no other stream waits, and events under way are not sent twice.
   */
  #park() {
    const flow = this.#flow
    if (flow.kind !== 'held' || !this.resumable()) return
    const heldMs = Date.now() - flow.since
    if (flow.lease.isShared() || heldMs >= this.#settings.timing.slowMs)
      return this.#enter({ kind: 'parked' })
    this.#enter({ ...flow, timer: this.#parkLater() })
  }

  #askAgain() {
    const { backoffMs: first, maxBackoffMs: most } = this.#settings.timing
    const wait = waitAfter(++this.#restarts, { first, most })
    this.#enter({ kind: 'pausing', timer: setTimeout(() => this.#open(), wait) })
  }

  #end(failure: StreamFailure | null) {
    if (this.#flow.kind === 'over') return
    this.#enter({ kind: 'over' })
    this.#consumer.ended(failure)
  }

  /** What the state before had is let go of. */
  #enter(next: Flow) {
    const before = this.#flow
    this.#flow = next
    if ('timer' in before && before.timer) clearTimeout(before.timer)
    if ('lease' in before && !('lease' in next)) before.lease.leave()
  }
}
