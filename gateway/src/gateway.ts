import type { Actor } from '@kompetanse/schema/actor-token'
import { createActorDirectory } from './actor/actor-directory.ts'
import { createActorSigner, createAuthenticate } from './actor/authenticate-bearer.ts'
import { authenticateNobody, type Authenticate } from './actor/authenticate.ts'
import type { VerifyCaller } from './actor/caller.ts'
import { createApollos, type Apollos } from './apollo/apollos.ts'
import { followGraph, readGraph, type GraphSource } from './graph/graph-source.ts'
import { createFilesHandler } from './http/files-handler.ts'
import { createGraphqlHandler } from './http/graphql-handler.ts'
import { createHttpServer, type HttpServer } from './http/server.ts'
import type { Logger } from './log.ts'
import type { Compiled } from './operation/compiled-operations.ts'
import { createExecute } from './operation/execute-operation.ts'
import { DEFAULT_LIMITS, type DocumentLimits } from './operation/limits.ts'
import { createSharedReads } from './operation/shared-reads.ts'
import { subscriptionsOf } from './subscriptions/from-gateway.ts'
import { Subgraphs } from './subgraph/subgraphs.ts'

/** How what a caller shows is verified, and how an actor is signed for subgraphs. */
export interface Access {
  readonly verify: VerifyCaller
  readonly sign: (actor: Actor) => Promise<string>
}

export interface GatewayOptions {
  readonly supergraphPath: string
  readonly subgraphUrls?: ReadonlyMap<string, readonly string[]>
  /** How callers are known. Without it everyone is nobody, and nobody can subscribe. */
  readonly access?: Access
  readonly filesSubgraph?: string | undefined
  /** Whether a browser that opens /graphql gets GraphiQL. */
  readonly graphiql?: boolean
  readonly limits?: Partial<DocumentLimits>
  /** Asked for each graph: which documents the compiled executor answers. Apollo's own answers the rest. Default: all. */
  readonly compiled?: () => Compiled
  readonly maxBodyBytes?: number
  readonly operationTimeoutMs?: number
  readonly subgraphTimeoutMs?: number
  /** Bytes that one answer of a subgraph may measure, decoded; 16 MiB when not given. */
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

function admit({ access, log }: GatewayOptions, graphs: GraphSource, subgraphs: Subgraphs) {
  if (!access) return { authenticate: authenticateNobody }
  const { verify } = access
  const sign = createActorSigner(access.sign)
  const directory = createActorDirectory({ identity: () => subgraphs.named('identity'), sign, log })
  const { find } = directory
  const subscriptions = subscriptionsOf({ graphs, subgraphs, verify, find, sign, log })
  return { authenticate: createAuthenticate(verify, directory, sign), subscriptions }
}

interface Serving {
  readonly graphs: GraphSource
  readonly apollos: Apollos
  readonly subgraphs: Subgraphs
  readonly authenticate: Authenticate
}

/** All that is answered over HTTP. */
async function serve(options: GatewayOptions, { graphs, apollos, subgraphs, authenticate }: Serving) {
  const { log, filesSubgraph, drainMs } = options
  const graphql = createGraphqlHandler({
    apollo: () => apollos.of(graphs.current),
    authenticate,
    maxBodyBytes: options.maxBodyBytes ?? MAX_BODY_BYTES,
    operationTimeoutMs: options.operationTimeoutMs ?? OPERATION_TIMEOUT_MS,
    log,
  })
  const keeper = () => (filesSubgraph ? subgraphs.named(filesSubgraph) : undefined)
  const files = filesSubgraph ? createFilesHandler({ authenticate, keeper, log }) : undefined
  // Not even loaded in production: it is large.
  const graphiql = options.graphiql ? (await import('./graphiql/graphiql.ts')).serveGraphiql : undefined
  return createHttpServer({ graphql, files, graphiql, log, ...(drainMs !== undefined && { drainMs }) })
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
  const reads = createSharedReads()
  const apollos = createApollos({
    subgraphs,
    limits: { ...DEFAULT_LIMITS, ...options.limits },
    compiled: options.compiled ?? (() => 'all'),
    execute: createExecute(subgraphs, reads),
    reads,
    drainMs: options.operationTimeoutMs ?? OPERATION_TIMEOUT_MS,
    log,
  })
  await apollos.open(first)
  const graphs = followGraph({ path, first, prepare: apollos.open, log })
  graphs.onReload((graph) => subgraphs.follow(graph))
  const { authenticate, subscriptions } = admit(options, graphs, subgraphs)
  const http = await serve(options, { graphs, apollos, subgraphs, authenticate })
  subscriptions?.attach(http.server)
  let closed: Promise<void> | undefined
  async function close() {
    await Promise.all([http.close(), subscriptions?.close()])
    graphs.close()
    await apollos.close()
    await subgraphs.close()
  }
  return { http, graphs, subgraphs, close: () => (closed ??= close()) }
}
