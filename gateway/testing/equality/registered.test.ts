import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { readRegistered } from '@kompetanse/schema/documents/read-documents'
import { Kind, print, type OperationDefinitionNode } from 'graphql'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createGateway, type Gateway } from '../../src/gateway.ts'
import { sampleVariables } from '../outage/sample-variables.ts'
import { ask, silent, type Reply } from '../gateway-fixture.ts'
import { DATA, FAULTS, faultsOf, type Scenario } from './scenario.ts'
import { runVariedSubgraph, type VariedSubgraph } from './varied-subgraph.ts'

const registry = join(import.meta.dirname, '../../../schema')

interface Registered {
  readonly name: string
  readonly text: string
  readonly definition: OperationDefinitionNode
}

const registered: Registered[] = readRegistered(join(registry, 'operations')).flatMap((document) =>
  document.definitions.flatMap((definition) =>
    definition.kind === Kind.OPERATION_DEFINITION && definition.operation !== 'subscription'
      ? [{ name: definition.name?.value ?? '', text: print(document), definition }]
      : [],
  ),
)

const subgraphs = new Map<string, VariedSubgraph>()
interface Opened {
  readonly gateway: Gateway
  readonly url: string
}
let compiled: Opened
let own: Opened

async function open(which: 'all' | 'none'): Promise<Opened> {
  const gateway = await createGateway({
    developerTools: true,
    supergraphPath: join(registry, 'supergraph.graphql'),
    subgraphUrls: new Map([...subgraphs].map(([name, { url }]) => [name, [url]])),
    compiled: () => which,
    log: silent,
  })
  return { gateway, url: `http://127.0.0.1:${await gateway.http.listen(0)}/graphql` }
}

beforeAll(async () => {
  for (const file of readdirSync(join(registry, 'subgraphs'))) {
    const name = file.replace('.graphql', '')
    const sdl = readFileSync(join(registry, 'subgraphs', file), 'utf8')
    subgraphs.set(name, await runVariedSubgraph(name, sdl, DATA[0] as Scenario))
  }
  compiled = await open('all')
  own = await open('none')
}, 60_000)
afterAll(async () => {
  await Promise.all([compiled, own].map(({ gateway }) => gateway.close()))
  await Promise.all([...subgraphs.values()].map((each) => each.close()))
})

/** What must be equal: the data as text, and the errors by path and code. */
function comparable({ body: { data, errors = [] } }: Reply): string {
  const reported = errors.map(({ path, extensions }) => JSON.stringify([path ?? null, extensions['code']]))
  return [JSON.stringify(data), ...reported.sort()].join('\n')
}

async function answer({ url }: Opened, { text, name, definition }: Registered, scenario: Scenario) {
  for (const each of subgraphs.values()) Object.assign(each, { scenario, isRequested: false })
  const variables = sampleVariables(compiled.gateway.graphs.current.schema, definition)
  return ask(url, { query: text, variables, operationName: name })
}

type Path = readonly (string | number)[]

/** The places where an answer is null and the whole one is not. */
function nullsMade(whole: unknown, left: unknown, path: Path = []): Path[] {
  if (whole === null || typeof whole === 'undefined') return []
  if (left === null) return [path]
  if (typeof whole !== 'object' || typeof left !== 'object') return []
  return Object.entries(whole).flatMap(([step, value]) => {
    const at = Array.isArray(whole) ? Number(step) : step
    return nullsMade(value, (left as Record<string, unknown>)[step], [...path, at])
  })
}

const begins = (path: Path, place: Path) => place.every((step, depth) => path[depth] === step)

/** Those of them that no error tells of: at the null itself, or below where one was handed upwards. */
const unreported = (nulls: readonly Path[], { body: { errors = [] } }: Reply): string[] =>
  nulls
    .filter((place) => !errors.some(({ path }) => begins((path ?? []) as Path, place)))
    .map((place) => place.join('.'))

/** How many answers under a scenario had data, and how many had errors. */
let lost = 0
const tally = new Map<string, { data: number; errors: number }>()

function count({ name, broken }: Scenario, { body }: Reply): void {
  const key = broken?.fault ?? name
  const { data, errors } = tally.get(key) ?? { data: 0, errors: 0 }
  tally.set(key, { data: data + (body.data ? 1 : 0), errors: errors + (body.errors ? 1 : 0) })
}

describe('every registered operation is answered by both executors alike', () => {
  test.each(registered)('$name', async (operation) => {
    const requested = new Set<string>()
    async function compare(scenario: Scenario) {
      const both = {
        own: await answer(own, operation, scenario),
        compiled: await answer(compiled, operation, scenario),
      }
      count(scenario, both.compiled)
      for (const [name, each] of subgraphs) if (each.isRequested) requested.add(name)
      expect(comparable(both.compiled), scenario.name).toBe(comparable(both.own))
      if (scenario.broken) await explain(both.compiled, scenario)
    }
    /** Each null that a fault makes has an error at its place. */
    async function explain(broken: Reply, { broken: _broken, ...scenario }: Scenario) {
      const whole = await answer(compiled, operation, scenario)
      const nulls = nullsMade(whole.body.data, broken.body.data)
      lost += nulls.length
      expect(unreported(nulls, broken), scenario.name).toEqual([])
      // The control: without its errors all are unexplained.
      expect(unreported(nulls, { ...broken, body: { data: null } })).toHaveLength(nulls.length)
    }
    for (const scenario of DATA) await compare(scenario)
    expect(requested.size).toBeGreaterThan(0)
    for (const scenario of faultsOf(requested)) await compare(scenario)
  })

  test('the scenarios were what they are called', () => {
    const { length } = registered
    expect(lost).toBeGreaterThan(length)
    expect(tally.get('whole')).toEqual({ data: length, errors: 0 })
    expect(tally.get('some errors')?.errors).toBeGreaterThan(length / 4)
    expect(tally.get('many errors')?.errors).toBeGreaterThan(length / 2)
    for (const fault of FAULTS.slice(0, 5))
      expect(tally.get(fault)?.errors, fault).toBeGreaterThan(length / 2)
    expect(tally.get('lists and objects exchanged')?.errors).toBeGreaterThan(length / 4)
  })
})
