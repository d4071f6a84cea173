import type { Server as HttpServer } from 'node:http'
import type { Server } from 'node:net'
import type { ApolloServerPlugin } from '@apollo/server'

const LONGEST_MS = 10_000
const LOOK_EVERY_MS = 50

/**
 * Ends a server's connections when Apollo Server stops: what is under way is answered, for ten seconds at most, and
 * nothing new is taken. In place of Apollo's own plugin, which counts what is under way by the request's socket: a
 * request that was refused half read has none when it ends, so that the stop takes ten seconds and throws.
 * `listeners` take connections for the server, besides itself.
 */
export const drain = (server: HttpServer, listeners: readonly Server[]): ApolloServerPlugin => ({
  serverWillStart: async () => ({ drainServer: () => close(server, listeners) }),
})

async function close(server: HttpServer, listeners: readonly Server[]): Promise<void> {
  // A connection that is kept alive becomes idle when its answer has gone, and only those close themselves that were.
  const idle = setInterval(() => server.closeIdleConnections(), LOOK_EVERY_MS)
  const late = setTimeout(() => server.closeAllConnections(), LONGEST_MS)
  await Promise.all([server, ...listeners].map((each) => new Promise((resolve) => each.close(resolve))))
  clearInterval(idle)
  clearTimeout(late)
}
