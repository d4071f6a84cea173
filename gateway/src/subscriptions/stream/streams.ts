import type { Actor } from '@kompetanse/schema/actor-token'
import { EntitySharing } from '../completion/entity-sharing.ts'
import { StreamFailure } from '../contract/failure.ts'
import type { Settings, Variables } from '../contract/options.ts'
import type { SubscriptionPlan } from '../plan/planning.ts'
import type { SubscriptionStats } from '../contract/stats.ts'
import type { Upstream } from '../upstream/sink.ts'
import { UpstreamSocket } from '../upstream/upstream-socket.ts'
import { Laggards } from './laggards.ts'
import { after, type Start } from '../plan/position.ts'
import { scopeOf } from './scope.ts'
import { Stream, type StreamOpening, type StreamServices } from './stream.ts'
import type { Outlet, Subscriber } from './subscriber.ts'

/** One client's wish to listen. */
export interface Listening {
  readonly plan: SubscriptionPlan
  /** Under the names of the plan's operation. */
  readonly variables: Variables
  /** The same with their defaults. */
  readonly coerced: Variables
  readonly start: Start
  /** What an event costs. */
  readonly cost: number
  readonly actor: Actor
  readonly outlet: Outlet
  /** The client's name for it on its socket. */
  readonly id: string
}

/** Streams with one key differ in nothing but where they began. */
type Wanted = Omit<StreamOpening, 'start' | 'onClosed' | 'onBehind'> & { readonly key: string }

/** The way to a subgraph, until it is closed. */
export interface Closable extends Upstream {
  close(): void
}

/** The declared variables only, in declared order and without the position: equal text, equal stream. */
function variablesKey(plan: SubscriptionPlan, variables: Variables): string {
  const names = plan.variableDefinitions.map(({ variable }) => variable.name.value)
  const own = names.filter((name) => Object.hasOwn(variables, name) && name !== plan.cursor?.variable)
  return JSON.stringify(own.map((name) => [name, variables[name]]))
}

/** All open streams and the sockets that they run on. Finds the stream that a client may share, or opens one. */
export class Streams {
  readonly #services: StreamServices
  readonly #open = new Map<string, Set<Stream>>()
  readonly #upstreams = new Map<string, Closable>()
  readonly #upstreamAt: (urls: readonly string[]) => Closable
  readonly #laggards: Laggards

  constructor(
    settings: Settings,
    stats: SubscriptionStats,
    upstreamAt: (urls: readonly string[]) => Closable = (urls) => new UpstreamSocket({ ...settings, urls }),
  ) {
    this.#services = { settings, stats, entities: new EntitySharing(stats) }
    this.#laggards = new Laggards(stats)
    this.#upstreamAt = upstreamAt
  }

  /**
   * Shares a stream only among listeners to whom the subgraph would give the same answers: those of one actor, or of an
   * audience that is declared for the field. Several streams may have one key, from different positions.
   */
  listen({ plan, variables, coerced, start, cost, actor, outlet, id }: Listening): Subscriber {
    const own = { key: scopeOf(actor), actor }
    const { sharedStream, sharedEntities } = this.#services.settings.fields[plan.field] ?? {}
    const shared = sharedStream?.(actor, variables)
    const audience = shared ?? own
    const entityAudience = shared ?? sharedEntities?.(actor) ?? own
    const key = `${plan.id}\n${shared ? 'shared' : 'own'} ${audience.key}\n${variablesKey(plan, variables)}`
    const upstream = this.#upstream(plan.subgraph)
    const pay = () => plan.isRegistered || this.#services.settings.pay(audience.actor, cost)
    const wanted = { key, plan, variables, coerced, audience, entityAudience, upstream, pay }
    return this.#find(wanted, start).join(outlet, id, start)
  }

  /** How many streams are open of each key: what has closed is not kept. */
  get open(): readonly number[] {
    return [...this.#open.values()].map(({ size }) => size)
  }

  /** Ends all streams, each listener with the reason. */
  failAll(failure: StreamFailure) {
    for (const stream of [...this.#open.values()].flatMap((those) => [...those])) stream.fail(failure)
    this.#laggards.failAll(failure)
  }

  close() {
    for (const upstream of this.#upstreams.values()) upstream.close()
    this.#upstreams.clear()
  }

  #find(wanted: Wanted, start: Start): Stream {
    const siblings = this.#open.get(wanted.key)
    const found = [...(siblings ?? [])].find((stream) => stream.admits(start))
    if (found) return found
    const stream = new Stream(this.#services, {
      ...wanted,
      start,
      onClosed: (closed) => this.#forget(wanted.key, closed),
      onBehind: (subscriber) => this.#laggards.add(subscriber, () => this.#goOn(wanted, subscriber)),
    })
    if (siblings) siblings.add(stream)
    else this.#open.set(wanted.key, new Set([stream]))
    return stream
  }

  #goOn(wanted: Wanted, subscriber: Subscriber) {
    const { position } = subscriber
    if (position !== null) this.#find(wanted, after(position)).adopt(subscriber)
  }

  #upstream(name: string): Closable {
    const urls = this.#services.settings.subgraphs.urls(name) ?? []
    if (urls.length === 0)
      throw StreamFailure.of('SUBSCRIPTION_UNAVAILABLE', 'The owning subgraph has no address')
    // By address: after a reload a subgraph may be elsewhere.
    const known = this.#upstreams.get(urls.join())
    if (known) return known
    const upstream = this.#upstreamAt(urls)
    this.#upstreams.set(urls.join(), upstream)
    return upstream
  }

  #forget(key: string, stream: Stream) {
    const siblings = this.#open.get(key)
    siblings?.delete(stream)
    if (siblings?.size === 0) this.#open.delete(key)
  }
}
