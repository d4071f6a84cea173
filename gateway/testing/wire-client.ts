import { afterEach } from 'vitest'
import {
  SubgraphClient,
  type SubgraphClientOptions,
  type SubgraphRequest,
} from '../src/subgraph/subgraph-client.ts'
import { silent } from './gateway-fixture.ts'
import { wireSubgraph, type WireSubgraph } from './wire-subgraph.ts'

/** Nothing listens there. */
export const DEAD = 'http://127.0.0.1:9/graphql'

const REQUEST: SubgraphRequest = { body: '{"query":"{ a }"}', headers: {}, idempotent: true }
export const READ = REQUEST
export const MUTATION: SubgraphRequest = { ...REQUEST, idempotent: false }

/** What ends by itself when a test ends: clients, and subgraphs down to their bytes. */
export function endings() {
  const running: WireSubgraph[] = []
  const clients: SubgraphClient[] = []
  afterEach(async () => {
    await Promise.all(running.splice(0).map((each) => each.close()))
    await Promise.all(clients.splice(0).map(({ replicas }) => replicas.close()))
  })
  return {
    async subgraph(...how: Parameters<typeof wireSubgraph>): Promise<WireSubgraph> {
      const started = await wireSubgraph(...how)
      running.push(started)
      return started
    },
    client(urls: readonly string[], options: Partial<SubgraphClientOptions> = {}): SubgraphClient {
      const client = new SubgraphClient('wire', urls, {
        connections: 4,
        timeoutMs: 5000,
        log: silent,
        ...options,
      })
      clients.push(client)
      return client
    },
  }
}
