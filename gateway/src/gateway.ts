import type { DocumentNode } from 'graphql'
import { accessOfNobody, createAccess, type Credentials } from './access.ts'
import { createApollos, type Apollos } from './apollo/apollos.ts'
import { followGraph, readGraph, type GraphSource } from './graph/graph-source.ts'
import { createFilesHandler } from './http/files-handler.ts'
import { createGraphqlHandler } from './http/graphql-handler.ts'
import type { BearerHandler, Checks } from './http/routes.ts'
import { createHttpServer, type HttpServer } from './http/server.ts'
import { tableOf } from './http/table.ts'
import { Turns, type TurnLimits } from './cost/turns.ts'
import type { Logger } from './process/log.ts'
import type { Compiled } from './operation/compiled-operations.ts'
import { createExecute } from './operation/execute-operation.ts'
import { DEFAULT_LIMITS, type DocumentLimits } from './operation/limits.ts'
import { createSharedReads } from './operation/shared-reads.ts'
import { Subgraphs } from './subgraph/subgraphs.ts'

export interface GatewayOptions {
  readonly supergraphPath: string
  readonly subgraphUrls?: ReadonlyMap<string, readonly string[]>
  /** How callers are authenticated. Without it every caller is anonymous, and subscriptions are refused. */
  readonly credentials?: Credentials
  readonly filesSubgraph?: string | undefined
  /** For development, off by default: GraphiQL, introspection, and suggestions of similar names in error messages. */
  readonly developerTools?: boolean
  readonly limits?: Partial<DocumentLimits>
  /** Called for each graph: which documents the compiled executor answers; Apollo's answers the rest. Default: all. */
  readonly compiled?: () => Compiled
  /**
   * Called for each graph: the registered documents, whose cost was reviewed when they were registered. Default: none.
   */
  readonly registered?: () => readonly DocumentNode[]
  /** How much each person may request at once, and over time. */
  readonly turns?: TurnLimits
  readonly maxBodyBytes?: number
  readonly operationTimeoutMs?: number
  readonly subgraphTimeoutMs?: number
  /** The largest answer of a subgraph in bytes, decompressed; 16 MiB by default. */
  readonly maxAnswerBytes?: number
  readonly drainMs?: number
  readonly log: Logger
}

export interface Gateway {
  readonly http: HttpServer
  readonly graphs: GraphSource
  readonly subgraphs: Subgraphs
  /** Lets requests under way end, then lets go of everything. */
  close(): Promise<void>
}

const MAX_BODY_BYTES = 256 * 1024
const SUBGRAPH_TIMEOUT_MS = 15_000
const OPERATION_TIMEOUT_MS = 30_000
/** Enough to keep every subgraph process busy; more only lengthens its queue. */
const CONNECTIONS = 64

interface Serving {
  readonly graphs: GraphSource
  readonly apollos: Apollos
  readonly subgraphs: Subgraphs
  readonly checks: Checks
  readonly logout?: BearerHandler | undefined
}

/** All that is answered over HTTP. */
async function serve(options: GatewayOptions, serving: Serving) {
  const { graphs, apollos, subgraphs, checks, logout } = serving
  const { log, filesSubgraph, drainMs } = options
  const graphql = createGraphqlHandler({
    apollo: () => apollos.of(graphs.current),
    maxBodyBytes: options.maxBodyBytes ?? MAX_BODY_BYTES,
    operationTimeoutMs: options.operationTimeoutMs ?? OPERATION_TIMEOUT_MS,
    log,
  })
  const keeper = () => (filesSubgraph ? subgraphs.named(filesSubgraph) : undefined)
  const files = filesSubgraph ? createFilesHandler({ keeper, log }) : undefined
  // Not even loaded in production: it is large.
  const graphiql = options.developerTools
    ? (await import('./graphiql/graphiql.ts')).graphiqlRoutes
    : undefined
  return createHttpServer({
    routes: tableOf({ graphql, files, logout, graphiql }),
    checks,
    log,
    ...(drainMs !== undefined && { drainMs }),
  })
}

/** The gateway without its environment: everything that it needs comes in as an option. */
export async function createGateway(options: GatewayOptions): Promise<Gateway> {
  const { supergraphPath: path, log } = options
  const first = await readGraph(path)
  const subgraphs = new Subgraphs(first, {
    urls: options.subgraphUrls ?? new Map(),
    timeoutMs: options.subgraphTimeoutMs ?? SUBGRAPH_TIMEOUT_MS,
    connections: CONNECTIONS,
    maxAnswerBytes: options.maxAnswerBytes,
    log,
  })
  // Anonymous callers have no queue of a person.
  const turns = options.credentials || options.turns ? new Turns(options.turns) : undefined
  const registered = options.registered ?? (() => [])
  const reads = createSharedReads()
  const apollos = createApollos({
    subgraphs,
    limits: { ...DEFAULT_LIMITS, ...options.limits },
    compiled: options.compiled ?? (() => 'all'),
    registered,
    turns,
    execute: createExecute(subgraphs, reads),
    reads,
    developerTools: options.developerTools ?? false,
    drainMs: options.operationTimeoutMs ?? OPERATION_TIMEOUT_MS,
    log,
  })
  await apollos.open(first)
  const graphs = followGraph({ path, first, prepare: apollos.open, log })
  graphs.onReload((graph) => subgraphs.follow(graph))
  const { credentials } = options
  const access = credentials
    ? createAccess({ credentials, graphs, subgraphs, turns, registered, log })
    : accessOfNobody
  const { checks, subscriptions, logout } = access
  const http = await serve(options, { graphs, apollos, subgraphs, checks, logout })
  subscriptions?.attach(http.server)
  let closed: Promise<void> | undefined
  async function close() {
    access.close()
    await Promise.all([http.close(), subscriptions?.close()])
    graphs.close()
    await apollos.close()
    await subgraphs.close()
  }
  return { http, graphs, subgraphs, close: () => (closed ??= close()) }
}
