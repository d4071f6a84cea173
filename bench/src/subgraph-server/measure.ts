import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import { Pool } from 'undici'
import { startReady, type Started } from '../gateway/process.ts'
import type { SubgraphFetch } from './fetches.ts'

/** Milliseconds of the subgraph's processor time for one request. */
export interface Cost {
  readonly bare: number
  readonly apollo: number
}

export interface MeasureOptions {
  /** Requests of one fetch in one round. */
  readonly requests: number
  readonly rounds: number
  readonly connections: number
  /** JWK with which the subgraphs verify `headers`. */
  readonly actorKey: string
  readonly headers: () => Promise<Readonly<Record<string, string>>>
}

const HOST = fileURLToPath(new URL('./host.ts', import.meta.url))

/**
 * What each of a subgraph's fetches costs, served barely and by Apollo Server: the two take turns, so that what else
 * the machine does meets both, and the median round counts for each.
 */
export async function measure(
  subgraph: string,
  fetches: readonly SubgraphFetch[],
  options: MeasureOptions,
): Promise<ReadonlyMap<SubgraphFetch, Cost>> {
  const env = { ACTOR_PUBLIC_KEY: options.actorKey, PORT: '0' }
  const [bare, apollo] = await Promise.all([
    startReady([HOST, 'bare', subgraph], env),
    startReady([HOST, 'apollo', subgraph], env),
  ])
  try {
    const costs = new Map<SubgraphFetch, Cost>()
    for (const fetch of fetches) {
      const rounds: Cost[] = []
      // The first warms both up.
      for (let round = 0; round <= options.rounds; round++)
        rounds.push({
          bare: await costOf(bare, fetch, options),
          apollo: await costOf(apollo, fetch, options),
        })
      const counted = rounds.slice(1)
      costs.set(fetch, { bare: median(counted, 'bare'), apollo: median(counted, 'apollo') })
    }
    return costs
  } finally {
    bare.stop()
    apollo.stop()
  }
}

const median = (rounds: readonly Cost[], key: keyof Cost) =>
  rounds.map((round) => round[key]).toSorted((a, b) => a - b)[Math.floor(rounds.length / 2)] ?? Number.NaN

async function costOf(server: Started, fetch: SubgraphFetch, options: MeasureOptions): Promise<number> {
  const before = await cpuOf(server)
  await load(server.url, fetch, options)
  return ((await cpuOf(server)) - before) / options.requests
}

async function cpuOf({ process }: Started): Promise<number> {
  process.send('cpu')
  const [used] = (await once(process, 'message')) as [number]
  return used
}

/** Throws for anything but data: what refuses is fast. */
async function load(url: string, fetch: SubgraphFetch, options: MeasureOptions): Promise<void> {
  const fixed = { 'content-type': 'application/json', accept: 'application/json' }
  const headers = { ...fixed, ...(await options.headers()) }
  const pool = new Pool(url, { connections: options.connections, pipelining: 1 })
  let left = options.requests
  const client = async () => {
    while (left-- > 0) {
      const answer = await pool.request({ method: 'POST', path: '/graphql', headers, body: fetch.body })
      const text = await answer.body.text()
      if (answer.statusCode !== 200 || !text.startsWith('{"data":{'))
        throw new Error(`${fetch.operation} at ${fetch.subgraph}: ${answer.statusCode} ${text.slice(0, 300)}`)
    }
  }
  await Promise.all(Array.from({ length: options.connections }, client))
  await pool.close()
}
