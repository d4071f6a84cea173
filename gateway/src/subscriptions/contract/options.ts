import type { Log } from '@kompetanse/schema/process/log-details'
import type { Actor } from '@kompetanse/schema/actor-token'
import type { DocumentNode, GraphQLFormattedError } from 'graphql'
import type { FetchNode } from '@apollo/query-planner'
import type { Session } from '../../actor/session.ts'
import type { Shown } from '../../actor/proof/shown.ts'
import type { Graph } from '../../graph/graph.ts'
import type { SubgraphAnswer, SubgraphError } from '../../subgraph/subgraph-answer.ts'
import { DEFAULT_LIMITS, type DocumentLimits } from '../../operation/limits.ts'

/** Everybody who gets the same answer, and the actor that represents them to the subgraph. */
export interface Audience {
  readonly key: string
  readonly actor: Actor
}

export type Variables = Readonly<Record<string, unknown>>

export interface FieldOptions {
  /**
   * One upstream stream for all of an audience. Return nothing unless this actor may see all that the audience sees:
   * the subgraph gets the audience's actor and never checks the individual listener.
   */
  readonly sharedStream?: (actor: Actor, variables: Variables) => Audience | undefined
  /** People whose entity fetches of one event are the same although their streams are not. */
  readonly sharedEntities?: (actor: Actor) => Audience | undefined
}

export interface Limits {
  readonly subscriptionsPerSocket: number
  readonly messageBytes: number
  /** Documents kept per schema with their plans, beside what is registered; fewer when they are long. */
  readonly documents: number
  /** Events kept per stream for late listeners. */
  readonly replayedEvents: number
  /** Unsent bytes of one socket from which its listeners get nothing more until it has drained. */
  readonly unsentBytes: number
  /** Events of one stream that wait to be delivered, and their bytes, before the subgraph has to wait. */
  readonly unfinishedEvents: number
  readonly unfinishedBytes: number
  /** Fetches of one stream that are under way at once. */
  readonly fetchesAtOnce: number
}

export interface Timing {
  /** A client gets a ping when it was silent for so long, and is dropped if it stays silent twice as long again. */
  readonly pingAfterMs: number
  readonly sweepMs: number
  /**
   * How often each socket's session is rechecked, besides when a change is reported: cheap while the cache is fresh.
   */
  readonly recheckMs: number
  readonly initialisationMs: number
  readonly backoffMs: number
  readonly maxBackoffMs: number
  /** How long a subgraph may be away before its streams end with SUBSCRIPTION_UPSTREAM_LOST. */
  readonly giveUpAfterMs: number
  /** How long an upstream socket without streams is kept open. */
  readonly lingerMs: number
  /** How long sockets may take to close before they are cut. */
  readonly closeMs: number
  /** How often an upstream socket is looked at whether its streams have what they need. */
  readonly watchMs: number
  /** For how long a stream that is over its bounds and can resume may keep a socket that others use from being read. */
  readonly holdMs: number
  /** How long a listener whose stream has no positions may be behind before it is cut, and a socket be held for one alone. */
  readonly slowMs: number
  /** How long before its token expires a client is sent a request for a fresh one, and how often it is reminded. */
  readonly renewBeforeMs: number
  readonly remindMs: number
}

export type Logger = Pick<Log, 'warn' | 'error'>

/** One entity fetch on behalf of an actor. */
export interface EntityFetch {
  readonly graph: Graph
  readonly node: FetchNode
  /** JSON text. */
  readonly variables: string
  readonly actor: Actor
  /** Aborted when all callers have left. */
  readonly signal?: AbortSignal | undefined
}

export interface SubgraphAccess {
  /** HTTP addresses of a subgraph's processes; sockets are opened to the same path. */
  urls(name: string): readonly string[] | undefined
  /** Throws SubgraphFailure when there is no answer. */
  fetch(fetch: EntityFetch): Promise<SubgraphAnswer>
}

export type FormatErrors = (
  errors: readonly (GraphQLFormattedError | SubgraphError)[],
) => GraphQLFormattedError[]

export interface SubscriptionsOptions {
  readonly subgraphs: SubgraphAccess
  /** Null: refused (4403). Throws: not to be had now (1013, the client tries again). */
  readonly authenticate: (shown: Shown) => Promise<Session | null>
  /**
   * Whether the session is still valid, with the same actor; called periodically, and whenever a change is reported,
   * since a socket outlives a person's access and grants. False closes the socket with 4403, and the client connects
   * again as the actor it then is. Throws when that is in doubt and identity is unavailable: the socket is closed with
   * 1013.
   */
  readonly stillHolds: (session: Session) => Promise<boolean>
  readonly signActor: (actor: Actor) => Promise<string> | string
  readonly path?: string
  /** The argument with the position after which a stream starts; fields that have it can be resumed. */
  readonly cursorArgument?: string
  readonly fields?: Readonly<Record<string, FieldOptions>>
  /** The final form of an answer's errors for clients. */
  readonly formatErrors?: FormatErrors
  /** Charges a cost to the actor's person; false when the budget does not cover it. Without it nothing is charged. */
  readonly pay?: (actor: Actor, cost: number) => boolean
  /** Called for each graph: the registered documents, whose events are not charged. */
  readonly registered?: () => readonly DocumentNode[]
  readonly limits?: Partial<Limits>
  readonly documentLimits?: DocumentLimits
  readonly timing?: Partial<Timing>
  readonly logger: Logger
}

export const defaultLimits: Limits = {
  subscriptionsPerSocket: 20,
  messageBytes: 64 * 1024,
  documents: 500,
  replayedEvents: 64,
  unsentBytes: 1024 * 1024,
  unfinishedEvents: 256,
  unfinishedBytes: 4 * 1024 * 1024,
  fetchesAtOnce: 32,
}

export const defaultTiming: Timing = {
  pingAfterMs: 20_000,
  sweepMs: 1_000,
  recheckMs: 2_000,
  initialisationMs: 5_000,
  backoffMs: 100,
  maxBackoffMs: 5_000,
  giveUpAfterMs: 30_000,
  lingerMs: 5_000,
  closeMs: 2_000,
  watchMs: 10_000,
  holdMs: 100,
  slowMs: 5_000,
  renewBeforeMs: 60_000,
  remindMs: 10_000,
}

/** Options with all defaults filled in; what the modules of this folder are handed. */
export interface Settings extends SubscriptionsOptions {
  readonly path: string
  readonly cursorArgument: string
  readonly fields: Readonly<Record<string, FieldOptions>>
  readonly formatErrors: FormatErrors
  readonly pay: (actor: Actor, cost: number) => boolean
  readonly registered: () => readonly DocumentNode[]
  readonly limits: Limits
  readonly documentLimits: DocumentLimits
  readonly timing: Timing
}

export const withDefaults = (options: SubscriptionsOptions): Settings => ({
  path: '/graphql',
  cursorArgument: 'after',
  fields: {},
  pay: () => true,
  registered: () => [],
  documentLimits: DEFAULT_LIMITS,
  formatErrors: (errors) =>
    errors.map(({ message, path, extensions }) => ({
      message,
      ...(path && { path }),
      ...(extensions && { extensions }),
    })),
  ...options,
  limits: { ...defaultLimits, ...options.limits },
  timing: { ...defaultTiming, ...options.timing },
})
