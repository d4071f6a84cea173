import { parse, print } from 'graphql'
import { makeWorld } from './world/make-world.ts'
import { openContenders } from './contenders.ts'
import { silent } from '../testing/gateway-fixture.ts'
import { createGateway } from '../gateway.ts'
silent.level = process.env['LOUD'] ?? 'error'
const [, , seed, query, vars] = process.argv
const world = makeWorld(seed!.replace(/\.\d+(\/\d+)?$/, ''))
if (process.env['SDL']) for (const [n, s] of world.sdl) console.log('#', n, s)
const c = await openContenders(world)
const op = { document: parse(query!), variables: JSON.parse(vars ?? '{}') }
for (const who of ['truth', 'ours', 'apollo'] as const)
  console.log(who, JSON.stringify(await c[who](op)).slice(0, 1500))
if (process.env['PLAN']) {
  const { buildGraph } = await import('../graph/graph.ts')
  const { operationFromDocument } = await import('@apollo/federation-internals')
  const { prettyFormatQueryPlan } = await import('@apollo/query-planner')
  const g = buildGraph(world.supergraph)
  const plan = g.planner.buildQueryPlan(operationFromDocument(g.apiSchema, op.document))
  console.log(prettyFormatQueryPlan(plan))
  console.log(JSON.stringify(plan, (k, v) => (k === 'operation' ? undefined : v)))
}
process.exit()
