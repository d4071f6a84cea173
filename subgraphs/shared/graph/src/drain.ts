import type { Server } from 'node:http'
import type { ApolloServerPlugin } from '@apollo/server'

const LONGEST_MS = 10_000
const LOOK_EVERY_MS = 50

/**
 * Ends a server's connections when Apollo Server stops: what is under way is answered, for ten seconds at most, and
 * nothing new is taken. In place of Apollo's own plugin, which counts what is under way by the request's socket: a
 * request that was refused half read has none when it ends, so that the stop takes ten seconds and throws.
 */
export const drain = (server: Server): ApolloServerPlugin => ({
  serverWillStart: async () => ({ drainServer: () => close(server) }),
})

async function close(server: Server): Promise<void> {
  // A connection that is kept alive becomes idle when its answer has gone, and only those close themselves that were.
  const idle = setInterval(() => server.closeIdleConnections(), LOOK_EVERY_MS)
  const late = setTimeout(() => server.closeAllConnections(), LONGEST_MS)
  await new Promise((resolve) => server.close(resolve))
  clearInterval(idle)
  clearTimeout(late)
}
