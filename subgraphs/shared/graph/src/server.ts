import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { ACTOR_HEADER, createActorVerifier, importActorKey, type Actor } from '@kompetanse/schema/actor-token'
import type { GraphQLSchema } from 'graphql'
import { createGraphHandler } from './http.ts'
import { logger } from './log.ts'
import { refuse } from './refuse.ts'
import { attachSubscriptions } from './subscriptions.ts'

/** A route beside /graphql; it gets an actor that has been verified. */
export type Route = (request: IncomingMessage, response: ServerResponse, actor: Actor) => void | Promise<void>

export interface SubgraphOptions {
  readonly name: string
  readonly schema: GraphQLSchema
  /** Whether its database answers; the orchestrator sends nobody here while it does not. */
  readonly isReady: () => Promise<boolean>
  /** By the first part of the path: `files` answers /files and /files/…. */
  readonly routes?: Readonly<Record<string, Route>>
  /** Run at SIGTERM after the last request has been answered. */
  readonly onStop: () => Promise<void>
}

export interface SubgraphServer {
  readonly port: number
  stop(): Promise<void>
}

/**
 * Serves a subgraph on PORT: POST /graphql, graphql-transport-ws on the same path, /health, /ready and its own
 * routes. Nothing but the two probes is answered without a valid actor token. Prints one JSON line when ready.
 */
export async function serveSubgraph(options: SubgraphOptions): Promise<SubgraphServer> {
  const authenticate = createActorVerifier(await importActorKey(required('ACTOR_PUBLIC_KEY')))
  const graph = createGraphHandler(options.schema, logger)

  const server = createServer((request, response) => {
    void answer(request, response).catch((error: unknown) => {
      logger.error({ err: error }, 'request failed')
      if (response.headersSent) response.destroy()
      else refuse(response, 500, 'INTERNAL_SERVER_ERROR')
    })
  })
  server.keepAliveTimeout = 65_000
  const closeSockets = attachSubscriptions(server, options.schema, authenticate, logger)

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const path = (request.url ?? '/').split(/[/?]/)[1] ?? ''
    if (path === 'health') return void response.writeHead(200).end('ok')
    if (path === 'ready') return void response.writeHead((await options.isReady()) ? 200 : 503).end()
    const actor = await authenticate(request.headers[ACTOR_HEADER]?.toString())
    if (!actor) return refuse(response, 401, 'UNAUTHENTICATED')
    if (path === 'graphql') return graph(request, response, actor)
    const route = options.routes?.[path]
    return route ? route(request, response, actor) : refuse(response, 404, 'NOT_FOUND')
  }

  const port = await listen(server, Number(process.env['PORT'] ?? 0))
  let stopping: Promise<void> | undefined
  const stop = () => (stopping ??= closeAll(server, closeSockets, options.onStop))
  for (const signal of ['SIGTERM', 'SIGINT'] as const)
    process.once(signal, () => void stop().then(() => process.exit(0)))
  process.stdout.write(`${JSON.stringify({ ready: options.name, port })}\n`)
  return { port, stop }
}

async function closeAll(server: Server, closeSockets: () => Promise<void>, onStop: () => Promise<void>) {
  await closeSockets()
  const closed = new Promise<void>((resolve) => server.close(() => resolve()))
  server.closeIdleConnections()
  await closed
  await onStop()
}

async function listen(server: Server, port: number): Promise<number> {
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, process.env['HOST'] ?? '127.0.0.1', resolve)
  })
  return (server.address() as AddressInfo).port
}

/** An environment variable that the process cannot run without. */
export function required(name: string): string {
  const value = process.env[name]
  if (!value) throw new Error(`${name} is not set`)
  return value
}
