import type { Server } from 'node:http'
import type { Session } from '../actor/session.ts'
import type { Graph } from '../graph/graph.ts'
import { StreamFailure } from './contract/failure.ts'
import { withDefaults, type SubscriptionsOptions } from './contract/options.ts'
import { newGeneration, type Generation } from './plan/planning.ts'
import { makeProtocol } from './socket/protocol.ts'
import { SocketServer } from './socket/socket-server.ts'
import { newStats, type SubscriptionStats } from './contract/stats.ts'
import { Streams } from './stream/streams.ts'

export type { SubscriptionsOptions } from './contract/options.ts'

export interface Subscriptions {
  /** Serves graphql-transport-ws on the server's upgrades; other paths get 404. */
  attach(server: Server): void
  /**
   * Puts a graph in force: the new schema is live first, then the streams of the old one end, with that as the reason.
   */
  load(graph: Graph): void
  /** Asks at once whether these sessions still hold. */
  recheck(which: (session: Session) => boolean): void
  /** Resolves when all sockets are closed. */
  close(): Promise<void>
  readonly stats: Readonly<SubscriptionStats>
}

/** Federated subscriptions: clients on one side, one socket per subgraph on the other. */
export function createSubscriptions(options: SubscriptionsOptions): Subscriptions {
  const settings = withDefaults(options)
  const stats = newStats()
  const streams = new Streams(settings, stats)
  let generation: Generation | null = null
  const protocol = makeProtocol({ settings, streams, generation: () => generation })
  const sockets = new SocketServer(settings, stats, protocol)
  return {
    stats,
    attach: (server) => sockets.attach(server),
    recheck: (which) => sockets.recheck(which),
    load(graph) {
      if (graph.sdl === generation?.graph.sdl) return
      generation = newGeneration(graph, settings)
      streams.failAll(StreamFailure.of('SUBSCRIPTION_SCHEMA_RELOAD', 'A new schema is live'))
    },
    async close() {
      await sockets.close()
      streams.close()
    },
  }
}
