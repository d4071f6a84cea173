/** How many statements each query of the web costs a subgraph, walked over all that ask it: a line in each subgraph. */
import type { Actor } from '@kompetanse/schema/actor-token'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { fetchesOf, type Fetch } from './fetches.ts'
import { listFieldsOf, type ListField } from './list-fields.ts'

/** Something to ask for, and who asks. */
export interface Rows {
  readonly actor: Actor
  /** By the name of the query: who asks that. */
  readonly actors?: Readonly<Record<string, Actor>>
  /** By the name of the variable, or where one name means many things, with the query's before it: `Plan.id`. */
  readonly variables: Readonly<Record<string, unknown>>
  /** By type: the keys of what others refer to. */
  readonly keys?: Readonly<Record<string, readonly object[]>>
}

export interface Served {
  readonly one: Rows
  /** The same of everything that is listed, many times. */
  readonly many: Rows
  readonly ask: (actor: Actor, query: string, variables: Record<string, unknown>) => Promise<unknown>
  readonly statements: (work: () => Promise<unknown>) => Promise<number>
  readonly stop: () => Promise<void>
}

interface Cost {
  readonly statements: number
  /** Of all lists that it is answered with. */
  readonly entries: number
}

const RUNS = 4

type Budgets = Readonly<Record<string, number>>

export interface Expected {
  /** Query → how many statements it takes, in all its fetches from this subgraph. */
  readonly budgets: Budgets
  /** Queries that list no more for many, and why. */
  readonly alike: Readonly<Record<string, string>>
}

export function statementTests(subgraph: string, start: () => Promise<Served>, expected: Expected): void {
  let served: Served
  const queries = fetchesOf(subgraph)
  const [one, many] = [new Map<string, Cost>(), new Map<string, Cost>()]
  beforeAll(async () => {
    served = await start()
    for (const [name, fetches] of queries) {
      one.set(name, await costOf(served, served.one, [name, fetches]))
      many.set(name, await costOf(served, served.many, [name, fetches]))
    }
  }, 240_000)
  afterAll(() => served.stop())

  const statements = (costs: ReadonlyMap<string, Cost>) =>
    Object.fromEntries([...costs].map(([name, cost]) => [name, cost.statements]))

  test('F033 F044 each query of the web takes the number of statements that is said here', () => {
    expect(statements(one)).toEqual(expected.budgets)
  })

  test('F033 F114 each takes as many for many rows as for one', () => {
    expect(statements(many)).toEqual(statements(one))
  })

  test('each lists more for many, but for what is named', () => {
    const longer = (name: string) => (many.get(name)?.entries ?? 0) > (one.get(name)?.entries ?? 0)
    expect([...queries.keys()].filter((name) => !longer(name)).toSorted()).toEqual(
      Object.keys(expected.alike).toSorted(),
    )
  })

  test('F033 F114 each list of an entity takes as many for many of them as for one', async () => {
    const costs: Record<string, readonly number[]> = {}
    for (const field of listFieldsOf(subgraph)) costs[field.name] = await listCosts(served, field)
    const grows = Object.entries(costs).filter(([, [ofOne, ofMany]]) => ofOne !== ofMany)
    expect(Object.fromEntries(grows)).toEqual({})
  }, 240_000)
}

/** How many statements a list takes for one entity and for many. */
async function listCosts({ ask, statements, many }: Served, { entity, query }: ListField) {
  const keys = many.keys?.[entity] ?? []
  if (keys.length < 2) throw new Error(`too few of ${entity} are known`)
  const costs: number[] = []
  for (const of of [keys.slice(0, 1), keys]) {
    const representations = of.map((key) => ({ __typename: entity, ...key }))
    const variables = { ...variablesFor('', many), representations }
    if (!saysAnything(await ask(many.actor, query, variables)))
      throw new Error(`${query} is answered with nothing`)
    costs.push(await mostOf(() => statements(() => ask(many.actor, query, variables))))
  }
  return costs
}

async function costOf(
  { ask, statements }: Served,
  rows: Rows,
  [name, fetches]: readonly [string, readonly Fetch[]],
): Promise<Cost> {
  const actor = rows.actors?.[name] ?? rows.actor
  const cost = { statements: 0, entries: 0 }
  for (const { query, ...references } of fetches) {
    const variables = { ...variablesFor(name, rows), representations: referencesTo(references, rows) }
    const answer = await ask(actor, query, variables)
    if (!saysAnything(answer)) throw new Error(`${name} is answered with nothing`)
    cost.entries += entriesIn(answer)
    cost.statements += await mostOf(() => statements(() => ask(actor, query, variables)))
  }
  return cost
}

const variablesFor = (query: string, { variables }: Rows) =>
  Object.fromEntries(
    Object.entries(variables).flatMap(([name, value]) => {
      const [of, own] = name.split('.')
      if (own === undefined) return `${query}.${name}` in variables ? [] : [[name, value]]
      return of === query ? [[own, value]] : []
    }),
  )

const referencesTo = ({ types, ofMany }: Omit<Fetch, 'query'>, { keys = {} }: Rows) =>
  types.flatMap((type) => {
    const known = keys[type]
    if (!known) throw new Error(`nothing is known of ${type}`)
    return known.slice(0, ofMany ? undefined : 1).map((key) => ({ __typename: type, ...key }))
  })

/** What is gathered within a turn of the event loop is gathered better by chance: the most of some runs is the number. */
async function mostOf(count: () => Promise<number>): Promise<number> {
  const counts: number[] = []
  while (counts.length < RUNS) counts.push(await count())
  return Math.max(...counts)
}

function saysAnything(answer: unknown): boolean {
  if (typeof answer !== 'object') return true
  if (Array.isArray(answer)) return answer.some((each) => each !== null)
  return answer !== null && Object.values(answer).some(saysAnything)
}

/** How many entries all lists of an answer have. */
function entriesIn(answer: unknown): number {
  if (typeof answer !== 'object' || answer === null) return 0
  const below = Object.values(answer).reduce<number>((sum, each) => sum + entriesIn(each), 0)
  return below + (Array.isArray(answer) ? answer.length : 0)
}
