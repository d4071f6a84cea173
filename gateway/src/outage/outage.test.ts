import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { operationFromDocument } from '@apollo/federation-internals'
import {
  getNamedType,
  isEnumType,
  isInputObjectType,
  isListType,
  isNonNullType,
  Kind,
  parse,
  typeFromAST,
  type GraphQLInputType,
  type GraphQLSchema,
  type OperationDefinitionNode,
} from 'graphql'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createGateway, type Gateway } from '../gateway.ts'
import { ask, silent } from '../testing/gateway-fixture.ts'
import { runSampledSubgraph, type SampledSubgraph } from './sampled-subgraph.ts'

const registry = join(import.meta.dirname, '../../../schema')
const names = readdirSync(join(registry, 'subgraphs')).map((file) => file.replace('.graphql', ''))
const folder = join(registry, 'operations/web')

interface Query {
  readonly name: string
  readonly text: string
  readonly definition: OperationDefinitionNode
}

const queries: Query[] = readdirSync(folder).flatMap((file) => {
  const text = readFileSync(join(folder, file), 'utf8')
  return parse(text).definitions.flatMap((definition) =>
    definition.kind === Kind.OPERATION_DEFINITION && definition.operation === 'query'
      ? [{ name: definition.name?.value ?? file, text, definition }]
      : [],
  )
})

function given(type: GraphQLInputType): unknown {
  if (!isNonNullType(type)) return null
  if (isListType(type.ofType)) return []
  const named = getNamedType(type)
  if (isEnumType(named)) return named.getValues()[0]?.name
  if (isInputObjectType(named)) return {}
  return ({ Int: 1, Boolean: true, Date: '2026-11-22' } as Record<string, unknown>)[named.name] ?? 'x'
}

const variablesOf = (schema: GraphQLSchema, { variableDefinitions }: OperationDefinitionNode) =>
  Object.fromEntries(
    (variableDefinitions ?? []).map(({ variable, type }) => [
      variable.name.value,
      given(typeFromAST(schema, type as never) as GraphQLInputType),
    ]),
  )

const leaves = (value: unknown): number =>
  value === null || value === undefined
    ? 0
    : typeof value === 'object'
      ? Object.values(value).reduce((sum: number, each) => sum + leaves(each), 0)
      : 1

let gateway: Gateway
let url: string
const subgraphs = new Map<string, SampledSubgraph>()

beforeAll(async () => {
  for (const name of names)
    subgraphs.set(
      name,
      await runSampledSubgraph(readFileSync(join(registry, `subgraphs/${name}.graphql`), 'utf8')),
    )
  gateway = await createGateway({
    supergraphPath: join(registry, 'supergraph.graphql'),
    subgraphUrls: new Map([...subgraphs].map(([name, subgraph]) => [name, [subgraph.url]])),
    log: silent,
  })
  url = `http://127.0.0.1:${await gateway.http.listen(0)}/graphql`
})

afterAll(async () => {
  await gateway.close()
  await Promise.all([...subgraphs.values()].map((subgraph) => subgraph.close()))
})

async function left(query: Query, down: string | null): Promise<number> {
  for (const [name, subgraph] of subgraphs) subgraph.down = name === down
  const { schema } = gateway.graphs.current
  const variables = variablesOf(schema, query.definition)
  const { body } = await ask(url, { query: query.text, variables, operationName: query.name })
  return leaves(body.data)
}

interface PlanStep {
  readonly kind: string
  readonly serviceName?: string
  readonly nodes?: readonly PlanStep[]
  readonly node?: PlanStep
  /** Of a Condition (`@include`); the sampled variables are true. */
  readonly ifClause?: PlanStep
}

/** Subgraphs of the plan's first step: each answers without the others. */
const firstHop = (query: Query): ReadonlySet<string> =>
  servicesOf(planOf(query), ({ kind, nodes = [], ifClause }) =>
    (kind === 'Sequence' ? nodes.slice(0, 1) : nodes).concat(ifClause ?? []),
  )

/** All subgraphs that the plan asks. */
const asked = (query: Query): ReadonlySet<string> =>
  servicesOf(planOf(query), ({ nodes = [], node, ifClause }) =>
    (node ? [node] : nodes).concat(ifClause ?? []),
  )

function servicesOf(step: PlanStep | undefined, next: (step: PlanStep) => readonly PlanStep[]): Set<string> {
  if (!step) return new Set()
  const own = step.kind === 'Fetch' && step.serviceName ? [step.serviceName] : []
  return new Set([...own, ...next(step).flatMap((each) => [...servicesOf(each, next)])])
}

function planOf({ text, name }: Query): PlanStep | undefined {
  const { planner, apiSchema } = gateway.graphs.current
  return planner.buildQueryPlan(operationFromDocument(apiSchema, parse(text), { operationName: name }))
    .node as PlanStep | undefined
}

describe('with any one subgraph down, every page still draws what the others know', () => {
  test.each(queries)('$name', async (query) => {
    const whole = await left(query, null)
    expect(whole).toBeGreaterThan(0)
    const alone = firstHop(query)
    for (const down of names) {
      const rest = await left(query, down)
      const others = [...alone].filter((name) => name !== down)
      if (!asked(query).has(down)) expect(rest, `${query.name} without ${down}`).toBe(whole)
      if (others.length > 0) expect(rest, `${query.name} without ${down}`).toBeGreaterThan(0)
    }
  })
})
