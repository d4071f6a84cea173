import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import { Pool } from 'undici'
import { startReady, type Started } from '../gateway/process.ts'
import type { SubgraphFetch } from './fetches.ts'

/** Milliseconds of the subgraph's processor time for one request. */
export interface Cost {
  readonly bare: number
  readonly apollo: number
  /** The second less the first, taken in the same moments. */
  readonly more: number
}

export interface MeasureOptions {
  /** Requests of one fetch in one round: few, so that the two are measured close to each other. */
  readonly requests: number
  readonly rounds: number
  readonly connections: number
  /** JWK with which the subgraphs verify `headers`. */
  readonly actorKey: string
  readonly headers: () => Promise<Readonly<Record<string, string>>>
}

/** Until the optimising compiler has done with both. */
const WARM_UP = 1_000
const HOST = fileURLToPath(new URL('./host.ts', import.meta.url))

/**
 * What each of a subgraph's fetches costs, served barely and by Apollo Server: the two take turns, so that what else
 * the machine does meets both, and the median round counts.
 */
export async function measure(
  subgraph: string,
  fetches: readonly SubgraphFetch[],
  options: MeasureOptions,
): Promise<ReadonlyMap<SubgraphFetch, Cost>> {
  const env = { ACTOR_PUBLIC_KEY: options.actorKey, PORT: '0' }
  const bare = await startReady([HOST, 'bare', subgraph], env)
  const apollo = await startReady([HOST, 'apollo', subgraph], env)
  try {
    const costs = new Map<SubgraphFetch, Cost>()
    for (const fetch of fetches) {
      for (const server of [bare, apollo]) await load(server.url, fetch, { ...options, requests: WARM_UP })
      const rounds: Cost[] = []
      for (let round = 0; round < options.rounds; round++) rounds.push(await compare(bare, apollo, fetch))
      costs.set(fetch, medians(rounds))
    }
    return costs
  } finally {
    bare.stop()
    apollo.stop()
  }

  async function compare(one: Started, other: Started, fetch: SubgraphFetch): Promise<Cost> {
    const [first, second] = [await costOf(one, fetch, options), await costOf(other, fetch, options)]
    return { bare: first, apollo: second, more: second - first }
  }
}

function medians(rounds: readonly Cost[]): Cost {
  const median = (key: keyof Cost) =>
    rounds.map((round) => round[key]).toSorted((a, b) => a - b)[Math.floor(rounds.length / 2)] ?? Number.NaN
  return { bare: median('bare'), apollo: median('apollo'), more: median('more') }
}

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
