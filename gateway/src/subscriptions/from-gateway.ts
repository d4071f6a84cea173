import { isDeepStrictEqual } from 'node:util'
import type { Actor } from '@kompetanse/schema/actor-token'
import { ACTOR_HEADER } from '@kompetanse/schema/actor-token'
import type { DocumentNode } from 'graphql'
import type { FindActor } from '../actor/actor-directory.ts'
import { personOf } from '../actor/key-of.ts'
import type { Turns } from '../cost/turns.ts'
import type { EndedSessions } from '../actor/ended-sessions.ts'
import type { Recognise } from '../actor/recognise.ts'
import type { Session } from '../actor/session.ts'
import type { Shown } from '../actor/proof/shown.ts'
import { presentErrors } from '../subgraph/present-errors.ts'
import type { Refusal } from '../errors/refusal.ts'
import type { GraphSource } from '../graph/graph-source.ts'
import type { Logger } from '../process/log.ts'
import { fetchBody } from '../subgraph/subgraph-client.ts'
import type { Subgraphs } from '../subgraph/subgraphs.ts'
import { createSubscriptions, type Subscriptions } from './index.ts'
import type { EntityFetch, FieldOptions, FormatErrors } from './contract/options.ts'

export interface GatewayParts {
  readonly graphs: GraphSource
  readonly subgraphs: Subgraphs
  readonly recognise: Recognise
  readonly find: FindActor
  readonly ended: Pick<EndedSessions, 'has'>
  readonly sign: (actor: Actor) => Promise<string>
  readonly fields?: Readonly<Record<string, FieldOptions>>
  /** The budgets of persons, which pay for operations that are not registered. */
  readonly turns?: Turns | undefined
  readonly registered?: () => readonly DocumentNode[]
  readonly log: Logger
}

/** Refused for good, or only for now: a client that gets "later" comes back by itself. */
function refused({ status, errors }: Refusal): null {
  if (status >= 500) throw new Error(errors[0]?.message)
  return null
}

async function openSession({ recognise }: GatewayParts, shown: Shown): Promise<Session | null> {
  const recognised = await recognise(shown)
  if (recognised.kind === 'refused') return refused(recognised)
  const { subject, expiresAt, credential, maySend } = recognised.bearer
  const { actor, holdsUntil } = recognised.known
  return { subject, actor, expiresAt, holdsUntil, credential, maySend }
}

/** Logged out, deactivated, or with other grants. */
export async function stillHolds(
  { find, ended }: Pick<GatewayParts, 'find' | 'ended'>,
  { subject, actor, credential }: Session,
): Promise<boolean> {
  if (ended.has(credential)) return false
  const found = await find(subject)
  if (found.kind === 'refused') return refused(found) !== null
  return found.actor === actor || isDeepStrictEqual(found.actor, actor)
}

/** The same rule as for answers over HTTP. An error on a socket does not name its subgraph. */
const shown =
  (log: Logger): FormatErrors =>
  (errors) =>
    presentErrors(
      log,
      {},
      errors.map((error) => ({ serviceName: '', ...error })),
    )

/** Subscriptions with the gateway's own parts: its graph, its subgraphs, its authentication. */
export function subscriptionsOf(parts: GatewayParts): Subscriptions {
  const { graphs, subgraphs, sign, log } = parts
  async function fetch({ graph, node, variables, actor, signal }: EntityFetch) {
    const client = subgraphs.get(graph, node.serviceName)
    const headers = { [ACTOR_HEADER]: await sign(actor) }
    const request = { body: fetchBody(node, variables), headers, idempotent: true, signal }
    return client.read(await client.send(request))
  }
  const subscriptions = createSubscriptions({
    subgraphs: { urls: (name) => subgraphs.named(name)?.replicas.urls, fetch },
    authenticate: (shown) => openSession(parts, shown),
    stillHolds: (session) => stillHolds(parts, session),
    signActor: sign,
    formatErrors: shown(log),
    ...(parts.fields && { fields: parts.fields }),
    ...(parts.turns && { pay: (actor, cost) => parts.turns?.pay(personOf(actor), cost) ?? true }),
    ...(parts.registered && { registered: parts.registered }),
    logger: log,
  })
  subscriptions.load(graphs.current)
  graphs.onReload((graph) => subscriptions.load(graph))
  return subscriptions
}
