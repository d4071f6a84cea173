import { isDeepStrictEqual } from 'node:util'
import type { Actor } from '@kompetanse/schema/actor-token'
import { ACTOR_HEADER } from '@kompetanse/schema/actor-token'
import type { GraphQLFormattedError } from 'graphql'
import type { FindActor } from '../actor/actor-directory.ts'
import type { VerifyCaller } from '../actor/caller.ts'
import type { Shown } from '../actor/shown.ts'
import { presentErrors } from '../subgraph/present-errors.ts'
import type { Refusal } from '../errors/refusal.ts'
import type { GraphSource } from '../graph/graph-source.ts'
import type { Logger } from '../log.ts'
import type { SubgraphError } from '../subgraph/subgraph-answer.ts'
import { fetchBody } from '../subgraph/subgraph-client.ts'
import type { Subgraphs } from '../subgraph/subgraphs.ts'
import { createSubscriptions, type Subscriptions } from './index.ts'
import type { EntityFetch, FieldOptions, Session } from './options.ts'

export interface GatewayParts {
  readonly graphs: GraphSource
  readonly subgraphs: Subgraphs
  readonly verify: VerifyCaller
  readonly find: FindActor
  readonly sign: (actor: Actor) => Promise<string>
  readonly fields?: Readonly<Record<string, FieldOptions>>
  readonly log: Logger
}

/** Refused for good, or only for now: a client that is told "later" comes back by itself. */
function refused({ status, errors }: Refusal): null {
  if (status >= 500) throw new Error(errors[0]?.message)
  return null
}

async function openSession({ verify, find }: GatewayParts, shown: Shown): Promise<Session | null> {
  const bearer = await verify(shown)
  if (bearer.kind === 'refused') return refused(bearer)
  const found = await find(bearer.subject)
  if (found.kind === 'refused') return refused(found)
  return { subject: bearer.subject, actor: found.actor, expiresAt: bearer.expiresAt }
}

/** Deactivated, or with other grants: what identity answers is no older than its directory here keeps it. */
export async function stillHolds(find: FindActor, { subject, actor }: Session): Promise<boolean> {
  const found = await find(subject)
  if (found.kind === 'refused') return refused(found) !== null
  return found.actor === actor || isDeepStrictEqual(found.actor, actor)
}

/** The same rule as for answers over HTTP. What comes on a socket does not say which subgraph it is of. */
function shown(log: Logger, error: GraphQLFormattedError | SubgraphError): GraphQLFormattedError {
  const [presented = error] = presentErrors(log, {}, [{ serviceName: '', ...error }])
  return presented
}

/** Subscriptions on the gateway's own parts: its graph, its subgraphs, its way to know who is asking. */
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
    stillHolds: (session) => stillHolds(parts.find, session),
    signActor: sign,
    formatError: (error) => shown(log, error),
    ...(parts.fields && { fields: parts.fields }),
    logger: log,
  })
  subscriptions.load(graphs.current)
  graphs.onReload((graph) => subscriptions.load(graph))
  return subscriptions
}
