import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { ACTOR_HEADER, createActorVerifier, importActorKey } from '@kompetanse/schema/actor-token'
import { isDatabaseAway } from '@kompetanse/schema/process/database-away'
import { isProduction } from '@kompetanse/schema/process/production'
import { required } from '@kompetanse/schema/process/required'
import type { GraphQLSchema } from 'graphql'
import { createApollo } from './apollo.ts'
import type { Authenticate } from './context.ts'
import { drain } from './drain.ts'
import { createGraphHandler } from './http.ts'
import { AWAY } from './errors.ts'
import { logger } from './log.ts'
import { refuse } from './refuse.ts'
import { createDispatch, type Answer } from './routes.ts'
import { attachSubscriptions } from './subscriptions.ts'
import { tableOf, type TableOptions } from './table.ts'
import { createListener, listenOnSocket } from './unix-socket.ts'

export interface SubgraphOptions extends TableOptions {
  readonly name: string
  readonly schema: GraphQLSchema
  /** Run at SIGTERM first: answers that never end by themselves are to be ended here. */
  readonly onStopping?: () => void
  /** Run at SIGTERM after the last request has been answered. */
  readonly onStop: () => Promise<void>
}

export interface SubgraphServer {
  readonly port: number
  stop(): Promise<void>
}

/**
 * Serves a subgraph on PORT, and on the Unix socket that SOCKET names, if any: POST /graphql by Apollo Server,
 * graphql-transport-ws on the same path, and what else is in its table. Nothing but the two probes is answered without a
 * valid actor token. Prints one JSON line when ready.
 */
export async function serveSubgraph(options: SubgraphOptions): Promise<SubgraphServer> {
  const { schema } = options
  const authenticate = createActorVerifier(await importActorKey(required(process.env, 'ACTOR_PUBLIC_KEY')))
  const server = createServer()
  server.keepAliveTimeout = 65_000
  const local = createListener(server)
  const apollo = createApollo({
    ...{ schema, production: isProduction() },
    drain: drain(server, [local]),
  })
  await apollo.start()
  server.on('request', createAnswer(options, authenticate, createGraphHandler(apollo)))
  const closeSockets = attachSubscriptions(server, schema, authenticate, logger)

  const port = await listen(server, Number(process.env['PORT'] ?? 0))
  if (process.env['SOCKET']) await listenOnSocket(local, process.env['SOCKET'])
  let stopping: Promise<void> | undefined
  const stopAll = async () => {
    options.onStopping?.()
    await closeSockets()
    await apollo.stop()
    await options.onStop()
  }
  const stop = () => (stopping ??= stopAll())
  for (const signal of ['SIGTERM', 'SIGINT'] as const)
    process.once(signal, () => void stop().then(() => process.exit(0)))
  process.stdout.write(`${JSON.stringify({ ready: options.name, port })}\n`)
  return { port, stop }
}

function createAnswer(options: SubgraphOptions, verify: Authenticate, graph: Answer) {
  const answer = createDispatch({
    table: tableOf(options, graph),
    authenticate: ({ headers }) => verify(headers[ACTOR_HEADER]?.toString()),
  })
  return (request: IncomingMessage, response: ServerResponse) =>
    void answer(request, response).catch((error: unknown) => {
      logger.error({ err: error }, 'request failed')
      if (response.headersSent) response.destroy()
      else if (isDatabaseAway(error)) refuse(response, 503, AWAY.code)
      else refuse(response, 500, 'INTERNAL_SERVER_ERROR')
    })
}

async function listen(server: Server, port: number): Promise<number> {
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, process.env['HOST'] ?? '127.0.0.1', resolve)
  })
  return (server.address() as AddressInfo).port
}
