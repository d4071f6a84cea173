import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Actor, Grant } from '@kompetanse/schema/actor-token'
import { brandId } from '@kompetanse/schema/ids'
import type { Client } from 'graphql-ws'
import type { Session } from '../../src/actor/session.ts'
import type { Shown } from '../../src/actor/proof/shown.ts'
import { SubgraphFailure, type SubgraphAnswer } from '../../src/subgraph/subgraph-answer.ts'
import { createSubscriptions, type SubscriptionsOptions } from '../../src/subscriptions/index.ts'
import type { SubgraphAccess } from '../../src/subscriptions/contract/options.ts'
import { fixtureGraph } from './graph.ts'
import { ItemSubgraph } from './item-subgraph.ts'
import { connect, Listener } from './listener.ts'
import { QueueSubgraph } from './queue-subgraph.ts'

export const QUEUE =
  'subscription ($queue: ID!, $after: EventCursor) { queueChanged(queue: $queue, after: $after) { number note } }'
export const QUEUE_WITH_ITEM =
  'subscription ($queue: ID!, $after: EventCursor) { queueChanged(queue: $queue, after: $after) { number item { title seenBy } } }'

export const aPerson = (personId: string, grants: readonly Grant[] = []): Actor => ({
  kind: 'person',
  personId: brandId(personId),
  trainee: false,
  grants,
})

/** A session of a person who logs in once; a minute long by default. */
export const aSession = (personId: string, lifeMs = 60_000, grants: readonly Grant[] = []): Session => ({
  subject: personId,
  actor: aPerson(personId, grants),
  expiresAt: Date.now() + lifeMs,
  holdsUntil: Infinity,
  credential: `session of ${personId}`,
  maySend: 'anything',
})

/** A bearer token of these tests is `person` or `person:milliseconds to live`. */
function authenticate({ authorization }: Shown) {
  const bearer = authorization?.replace('Bearer ', '') ?? 'forged'
  if (bearer === 'forged') return Promise.resolve(null)
  if (bearer === 'unreachable') return Promise.reject(new Error('issuer away'))
  const [personId = '', life = '60000'] = bearer.split(':')
  return Promise.resolve(aSession(personId, Number(life)))
}

const fetchItems =
  (url: string): SubgraphAccess['fetch'] =>
  async ({ node, variables, actor }) => {
    const headers = { 'content-type': 'application/json', 'x-actor': actor.personId }
    const body = `{"query":${JSON.stringify(node.operation)},"variables":${variables}}`
    const response = await fetch(url, { method: 'POST', headers, body }).catch((cause: unknown) => {
      throw new SubgraphFailure('SUBGRAPH_UNAVAILABLE', 'A part of the answer is unavailable.', cause)
    })
    return (await response.json()) as SubgraphAnswer
  }

/** A gateway with two subgraphs, all on real sockets. */
export async function aWorld(
  options: Partial<SubscriptionsOptions> = {},
  queue: QueueSubgraph = new QueueSubgraph(),
) {
  const item = new ItemSubgraph()
  await Promise.all([queue.start(), item.start()])
  const subscriptions = createSubscriptions({
    subgraphs: { urls: (name) => (name === 'queue' ? [queue.url] : undefined), fetch: fetchItems(item.url) },
    authenticate,
    stillHolds: () => Promise.resolve(true),
    signActor: ({ personId }) => personId,
    logger: { warn: () => {}, error: () => {} },
    ...options,
    timing: { backoffMs: 10, sweepMs: 20, lingerMs: 20, ...options.timing },
  })
  subscriptions.load(fixtureGraph())
  const http = createServer()
  subscriptions.attach(http)
  await new Promise<void>((resolve) => http.listen(0, '127.0.0.1', resolve))
  const url = `ws://127.0.0.1:${(http.address() as AddressInfo).port}/graphql`
  const clients: Client[] = []
  return {
    queue,
    item,
    subscriptions,
    url,
    /** A new socket for a person, as a browser tab has. */
    tab(bearer: string | null) {
      const client = connect(url, bearer)
      clients.push(client)
      return {
        client,
        listen: (query: string, variables: Record<string, unknown> = {}) =>
          new Listener(client, query, variables),
      }
    },
    async end() {
      for (const client of clients) await client.dispose()
      await subscriptions.close()
      http.closeAllConnections()
      http.close()
      await queue.stop()
      item.stop()
    },
  }
}

export type World = Awaited<ReturnType<typeof aWorld>>
