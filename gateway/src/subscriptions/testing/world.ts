import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Actor, Grant } from '@kompetanse/schema/actor-token'
import type { GraphQLDataSource } from '@apollo/gateway'
import type { Client } from 'graphql-ws'
import { createSubscriptions, type SubscriptionsOptions } from '../index.ts'
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
  personId,
  trainee: false,
  grants,
})

/** A bearer token of these tests is `person` or `person:milliseconds to live`. */
function authenticate(bearer: string) {
  if (bearer === 'forged') return Promise.resolve(null)
  if (bearer === 'unreachable') return Promise.reject(new Error('issuer away'))
  const [personId = '', life = '60000'] = bearer.split(':')
  return Promise.resolve({ actor: aPerson(personId), expiresAt: Date.now() + Number(life) })
}

const itemSource = (url: string): Pick<GraphQLDataSource, 'process'> => ({
  async process({ request, context }) {
    const headers = { 'content-type': 'application/json', 'x-actor': String(context['actor']) }
    const body = JSON.stringify({ query: request.query, variables: request.variables })
    return (await (await fetch(url, { method: 'POST', headers, body })).json()) as {
      data: Record<string, unknown>
    }
  },
})

/** A gateway with two subgraphs, all on real sockets. */
export async function aWorld(options: Partial<SubscriptionsOptions> = {}) {
  const queue = new QueueSubgraph()
  const item = new ItemSubgraph()
  await Promise.all([queue.start(), item.start()])
  const services = { item: itemSource(item.url) }
  const subscriptions = createSubscriptions({
    subgraphUrls: { queue: queue.url },
    serviceMap: () => services,
    restContext: ({ personId }) => ({ actor: personId }),
    authenticate,
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
