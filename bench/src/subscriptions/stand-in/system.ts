import { subgraphNames } from '@kompetanse/schema/supergraph'
import { keyOf } from '../listener.ts'
import { startServer } from '../child.ts'
import type { Commit, System } from '../system.ts'
import { accessToken, newKeys, SCOPE } from './keys.ts'

const AUDIENCE = 'https://kompetanseportalen.local/graph'

/** What the stand-in can answer. It is not registered: each person may open some, and has one. */
const QUEUE = `subscription SigningQueueLive($scope: QueueScope!, $after: EventCursor) {
  signingQueueChanged(scope: $scope, after: $after) {
    change activityId
    entry { tab activity { id version status comment signingRequest { sentAt waitingDays } } }
    counts { waiting rejected signed }
  }
}`

interface Committed {
  readonly activityId: string
  readonly version: number
  readonly at: number
}

/** The real gateway in its own process before a stand-in of everything behind it. */
export async function startStandIn(): Promise<System> {
  const [issuerKeys, actorKeys] = [newKeys(), newKeys()]
  const behind = await startServer('bench/src/subscriptions/stand-in/subgraph.ts', {
    ACTOR_PUBLIC_KEY: actorKeys.publicJwk,
    ISSUER_PUBLIC_KEY: issuerKeys.publicJwk,
  })
  const issuer = `http://127.0.0.1:${behind.port}`
  const graphql = `${issuer}/graphql`
  const gateway = await startServer('gateway/src/main.ts', {
    PORT: '0',
    NODE_ENV: 'production',
    REQUIRE_DPOP: 'false',
    ISSUER: issuer,
    AUDIENCE,
    SCOPE,
    TEXT_SCOPE: SCOPE,
    ACTOR_PRIVATE_KEY: actorKeys.privateJwk,
    SUBGRAPH_URLS: JSON.stringify(Object.fromEntries(subgraphNames().map((name) => [name, graphql]))),
  })
  async function ask<Answer>(path: string, body?: object): Promise<Answer> {
    const init = body ? { method: 'POST', body: JSON.stringify(body) } : {}
    return (await (await fetch(issuer + path, init)).json()) as Answer
  }
  return {
    description: 'stand-in for progress, identity and issuer: queues in memory, no database',
    gatewayUrl: `ws://127.0.0.1:${gateway.port}/graphql`,
    gateway,
    queue: QUEUE,
    people: async (count) => Array.from({ length: count }, (_, index) => `person-${index}`),
    bearer: async (subject) => accessToken(issuerKeys, { issuer, audience: AUDIENCE, subject }),
    cursor: async () => (await ask<{ cursor: string }>('/cursor')).cursor,
    commit: async (people): Promise<Commit[]> => {
      const committed = await ask<Committed[]>('/commit', { people })
      return committed.map(({ activityId, version, at }) => ({ key: keyOf(activityId, version), at }))
    },
    entityRequests: async () => (await ask<{ entityRequests: number }>('/entity-requests')).entityRequests,
    async stop() {
      await gateway.stop()
      await behind.stop()
    },
  }
}
