import type { Actor } from '@kompetanse/schema/actor-token'
import { EntitySharing } from './entity-sharing.ts'
import { StreamFailure } from './failure.ts'
import type { Audience, Settings, Variables } from './options.ts'
import type { SubscriptionPlan } from './planning.ts'
import { scopeOf } from './scope.ts'
import type { SubscriptionStats } from './stats.ts'
import { Stream, type StreamServices } from './stream.ts'
import type { Outlet, Subscriber } from './subscriber.ts'
import { UpstreamSocket } from './upstream-socket.ts'

/** One client's wish to listen. */
export interface Listening {
  readonly plan: SubscriptionPlan
  readonly variables: Variables
  readonly actor: Actor
  readonly outlet: Outlet
  /** The client's name for it on its socket. */
  readonly id: string
}

/** The client's own position: from its variable, from its document, or none. */
function positionOf({ cursor }: SubscriptionPlan, variables: Variables): string | null {
  if (!cursor) return null
  const given = cursor.variable === undefined ? cursor.literal : variables[cursor.variable]
  return typeof given === 'string' ? given : null
}

/** The declared variables only, in declared order and without the position: equal text, equal stream. */
function variablesKey(plan: SubscriptionPlan, variables: Variables): string {
  const names = (plan.operation.variableDefinitions ?? []).map(({ variable }) => variable.name.value)
  const own = names.filter((name) => Object.hasOwn(variables, name) && name !== plan.cursor?.variable)
  return JSON.stringify(own.map((name) => [name, variables[name]]))
}

/** All open streams and the sockets that they run on. Finds the stream that a client may share, or opens one. */
export class Streams {
  readonly #services: StreamServices
  readonly #open = new Map<string, Stream[]>()
  readonly #upstreams = new Map<string, UpstreamSocket>()

  constructor(settings: Settings, stats: SubscriptionStats) {
    this.#services = { settings, stats, entities: new EntitySharing(stats) }
  }

  /**
   * Shares a stream only with listeners for whom the subgraph's answers are the same: one and the same actor, or
   * an audience that the field is declared to have. Several streams may have one key, from different positions.
   */
  listen({ plan, variables, actor, outlet, id }: Listening): Subscriber {
    const field = this.#services.settings.fields[plan.field] ?? {}
    const self: Audience = { key: scopeOf(actor), actor }
    const shared = field.sharedStream?.(actor, variables)
    const audience = shared ?? self
    const entityAudience = shared ?? field.sharedEntities?.(actor) ?? self
    const kind = shared ? 'shared' : 'own'
    const key = `${plan.id} ${kind} ${audience.key} ${variablesKey(plan, variables)}`
    const after = positionOf(plan, variables)
    const siblings = this.#open.get(key)
    const found = siblings?.find((stream) => stream.admits(after))
    if (found) return found.join(outlet, id, after)
    const upstream = this.#upstream(plan.subgraph)
    const onClosed = (stream: Stream) => this.#forget(key, stream)
    const opening = { plan, variables, audience, entityAudience, after, upstream, onClosed }
    const stream = new Stream(this.#services, opening)
    if (siblings) siblings.push(stream)
    else this.#open.set(key, [stream])
    return stream.join(outlet, id, after)
  }

  /** Ends all streams, each listener being told why. */
  failAll(failure: StreamFailure) {
    for (const stream of [...this.#open.values()].flat()) stream.fail(failure)
  }

  close() {
    for (const upstream of this.#upstreams.values()) upstream.close()
    this.#upstreams.clear()
  }

  #upstream(name: string): UpstreamSocket {
    const { subgraphs, timing, logger } = this.#services.settings
    const urls = subgraphs.urls(name) ?? []
    if (urls.length === 0)
      throw StreamFailure.of('SUBSCRIPTION_UNAVAILABLE', 'The owning subgraph has no address')
    // By address: after a reload a subgraph may be elsewhere.
    const known = this.#upstreams.get(urls.join())
    if (known) return known
    const upstream = new UpstreamSocket(urls, timing, logger)
    this.#upstreams.set(urls.join(), upstream)
    return upstream
  }

  #forget(key: string, stream: Stream) {
    const left = this.#open.get(key)?.filter((each) => each !== stream) ?? []
    if (left.length > 0) this.#open.set(key, left)
    else this.#open.delete(key)
  }
}
