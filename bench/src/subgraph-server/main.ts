import { parseArgs } from 'node:util'
import { brandId } from '@kompetanse/schema/ids'
import { helpOf } from '@kompetanse/schema/process/help'
import { ACTOR_HEADER, signActorToken, type Actor } from '@kompetanse/schema/actor-token'
import { exportJWK, generateKeyPair } from 'jose'
import { planFetches } from './fetches.ts'
import { measure, type Cost } from './measure.ts'
import { MOST_USED } from './operations.ts'

/**
 * What Apollo Server costs a subgraph: processor time per request against the least that would do, over the fetches of
 * the ten most used operations. `npm run bench:subgraph-server [-- --json]`; fails above the bound.
 */
helpOf(import.meta)
const BOUND_MS = 0.15
const { values } = parseArgs({
  options: {
    json: { type: 'boolean', default: false },
    requests: { type: 'string', default: '150' },
    rounds: { type: 'string', default: '15' },
    connections: { type: 'string', default: '8' },
  },
})
const { publicKey, privateKey } = await generateKeyPair('EdDSA', { extractable: true })
const actor: Actor = { kind: 'person', personId: brandId('ada'), trainee: true, grants: [] }
const options = {
  requests: Number(values.requests),
  rounds: Number(values.rounds),
  connections: Number(values.connections),
  actorKey: JSON.stringify(await exportJWK(publicKey)),
  headers: async () => ({ [ACTOR_HEADER]: await signActorToken(actor, privateKey) }),
}

const byOperation = new Map<string, Cost[]>()
for (const [subgraph, fetches] of Map.groupBy(planFetches(MOST_USED), (fetch) => fetch.subgraph)) {
  console.log(`${subgraph}: ${fetches.length} fetches`)
  for (const [{ operation }, cost] of await measure(subgraph, fetches, options))
    byOperation.set(operation, [...(byOperation.get(operation) ?? []), cost])
}

const mean = (costs: readonly Cost[], key: keyof Cost) =>
  costs.reduce((sum, cost) => sum + cost[key], 0) / costs.length
const rounded = (value: number) => Math.round(value * 1000) / 1000

/** Milliseconds per request of a subgraph. */
function summarise(costs: readonly Cost[]) {
  const [bare, apollo, more] = [mean(costs, 'bare'), mean(costs, 'apollo'), mean(costs, 'more')]
  return {
    fetches: costs.length,
    bare: rounded(bare),
    apollo: rounded(apollo),
    more: rounded(more),
    ratio: rounded((bare + more) / bare),
  }
}

const operations = Object.fromEntries(MOST_USED.map((name) => [name, summarise(byOperation.get(name) ?? [])]))
const all = summarise([...byOperation.values()].flat())
console.table({ ...operations, all })
if (values.json) console.log(JSON.stringify({ operations, all, bound: BOUND_MS }))
process.exit(all.more <= BOUND_MS ? 0 : 1)
