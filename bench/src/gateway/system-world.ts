import { readFileSync } from 'node:fs'
import { startSystem, type System } from '@kompetanse/dev/system'
import { importActorKey, signActorToken, type Actor } from '@kompetanse/schema/actor-token'
import { actorsPath, type ActorAnswer } from '@kompetanse/schema/identity-for-gateway'
import { brandId } from '@kompetanse/schema/ids'
import type { Caller, Case, World } from './world.ts'

const PERSONS = new URL('../../../subgraphs/identity/src/seed/demo-persons.json', import.meta.url)
const GATEWAY: Actor = { kind: 'gateway', personId: brandId(''), trainee: false, grants: [] }

const FIND = `query Find {
  signingQueue(tab: WAITING, first: 1) { totalCount }
  viewer { trainee { assignedPlans(first: 5) { edges { node { id goals(first: 1) { totalCount edges { node { id } } } } } } } }
}`

interface Found {
  readonly signingQueue: { readonly totalCount: number } | null
  readonly viewer: {
    readonly trainee: {
      readonly assignedPlans: {
        readonly edges: readonly {
          readonly node: {
            readonly id: string
            readonly goals: {
              readonly totalCount: number
              readonly edges: readonly { readonly node: { readonly id: string } }[]
            }
          }
        }[]
      }
    } | null
  } | null
}

async function callerOf(system: System, person: string): Promise<Caller> {
  const key = await importActorKey(system.gatewayEnv['ACTOR_PRIVATE_KEY'] ?? '')
  const headers = { 'x-actor': await signActorToken(GATEWAY, key) }
  const response = await fetch(`${system.subgraphs['identity']}${actorsPath([person])}`, { headers })
  if (!response.ok) throw new Error(`identity does not know ${person}: ${response.status}`)
  const [who] = (await response.json()) as ActorAnswer[]
  if (!who) throw new Error(`identity does not know ${person}`)
  const actor: Actor = { kind: 'person', personId: who.personId, trainee: who.trainee, grants: who.grants }
  return { bearer: () => system.token(person), actorToken: () => signActorToken(actor, key) }
}

/** Throws for anything but data: a world in which every request is refused would measure refusals. */
async function find(system: System, person: string): Promise<Found> {
  const headers = {
    authorization: `Bearer ${await system.token(person)}`,
    'content-type': 'application/json',
  }
  const response = await fetch(system.graph, {
    method: 'POST',
    headers,
    body: JSON.stringify({ query: FIND }),
  })
  const { data, errors } = (await response.json()) as { data?: Found | null; errors?: unknown }
  if (!data || errors) throw new Error(`${person} could not be looked up: ${JSON.stringify(errors)}`)
  return data
}

/** Among the demo's persons: the one with the longest queue, and the trainee with the largest plan. */
async function chooseCases(system: System): Promise<World['cases']> {
  const persons = JSON.parse(readFileSync(PERSONS, 'utf8')) as { id: string }[]
  let queue = { person: '', rows: -1 }
  let plan = { person: '', id: '', goal: '', rows: -1 }
  for (const { id: person } of persons) {
    const found = await find(system, person)
    const rows = found.signingQueue?.totalCount ?? 0
    if (rows > queue.rows) queue = { person, rows }
    for (const { node } of found.viewer?.trainee?.assignedPlans.edges ?? [])
      if (node.goals.totalCount > plan.rows)
        plan = { person, id: node.id, goal: node.goals.edges[0]?.node.id ?? '', rows: node.goals.totalCount }
  }
  if (queue.rows < 1 || plan.rows < 1)
    throw new Error('the demo has nobody with a queue, or nobody with a plan')
  const caseOf = async (person: string, variables: Case['variables'] = {}): Promise<Case> => ({
    callers: [await callerOf(system, person)],
    variables,
  })
  return {
    'signing-queue': await caseOf(queue.person),
    home: await caseOf(plan.person),
    goal: await caseOf(plan.person, { id: plan.goal }),
    join: await caseOf(plan.person, { id: plan.id }),
  }
}

/** The portal's own subgraphs on PostgreSQL with the demo's data. */
export async function startSystemWorld(): Promise<World> {
  const system = await startSystem({ mode: 'test', withWeb: false })
  try {
    return {
      description: "the portal's subgraphs on PostgreSQL, demo data",
      subgraphUrls: Object.fromEntries(
        Object.entries(system.subgraphs).map(([name, url]) => [name, `${url}/graphql`]),
      ),
      gatewayEnv: system.gatewayEnv,
      cases: await chooseCases(system),
      close: () => system.stop(),
    }
  } catch (error) {
    await system.stop()
    throw error
  }
}
