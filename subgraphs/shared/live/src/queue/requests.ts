/** What waits for whom: the requests that are in a queue, by its definition. */
import { running } from '@kompetanse/calendar/running'
import { standsInFor } from '@kompetanse/directory'
import { today } from '@kompetanse/calendar/day'
import { batched, containing, type GraphContext } from '@kompetanse/graph'
import type { QueueScope } from './lens.ts'

type Fragment = Readonly<Record<string, unknown>>
type Direction = 'asc' | 'desc'
type Words = ReturnType<typeof containing>

export interface Order<Field extends string> {
  readonly field: Field
  readonly direction: 'ASC' | 'DESC'
}

interface Filter {
  readonly search?: string | null | undefined
}

/** The rows of the table that requests are rows of, as Prisma gives them. */
interface Rows<Where> {
  count(args: { where: Where }): PromiseLike<number>
  groupBy(args: {
    by: ['status']
    where: Where
    _count: true
  }): PromiseLike<readonly { status: string; _count: number }[]>
}

export interface RequestsDefinition<
  Where,
  OrderBy,
  Tab extends string,
  Given extends Filter,
  Field extends string,
> {
  readonly rows: Rows<Where>
  /** The columns that say to whom a request was sent, and the relation to that person. */
  readonly sentTo: readonly [column: string, relation: string]
  /** Of all rows, those that can be in a queue. */
  readonly among: Where
  /** Each tab holds the rows of this status. Who has waited longest comes first; what is decided, by when, newest first. */
  readonly tabs: Readonly<Record<Tab, OrderBy>>
  /** Beside the search, what a filter leaves in. */
  readonly filtered: (filter: Given) => Where
  /** Where the search looks for words: a row is found by one of these. */
  readonly searched: (words: Words) => readonly Where[]
  readonly orders: Readonly<Record<Field, (direction: Direction) => readonly OrderBy[]>>
}

/** One tab of an actor's queue, filtered. */
export interface ListRequest<Tab extends string, Given> {
  readonly tab: Tab
  readonly scope: QueueScope
  readonly filter?: Given | null | undefined
}

export type Counts<Tab extends string> = Readonly<Record<Tab, number>>

/** Whether a filter leaves anything out. */
const narrows = (filter: object | null | undefined): boolean => Object.values(filter ?? {}).some(Boolean)

/**
 * The one way to read a queue. Whom a scope is about is the same in every queue: who was sent a request keeps it in the own
 * tabs after the decision, whoever made it (F096, F109, F135); a leader sees all of the trainees', with whomever they are
 * (F095).
 */
export function requestsOf<
  Where extends object,
  OrderBy extends object,
  Tab extends string,
  Given extends Filter,
  Field extends string,
>(definition: RequestsDefinition<Where, OrderBy, Tab, Given, Field>) {
  const { rows, among, tabs, filtered, searched, orders } = definition
  const names = Object.keys(tabs) as Tab[]

  const inScope = (scope: QueueScope, context: GraphContext): Where =>
    ({ AND: [among, recipients(definition.sentTo, scope, context)] }) as never

  const inTab = (tab: Tab, filter: Given | null | undefined): Where => {
    const words = filter?.search ? [{ OR: searched(containing(filter.search)) }] : []
    return { status: tab, AND: [...(filter ? [filtered(filter)] : []), ...words] } as never
  }

  const count = async (scope: QueueScope, context: GraphContext): Promise<Counts<Tab>> => {
    const groups = await rows.groupBy({ by: ['status'], where: inScope(scope, context), _count: true })
    const of = (tab: Tab) => groups.find(({ status }) => status === tab)?._count ?? 0
    return Object.fromEntries(names.map((tab) => [tab, of(tab)])) as Counts<Tab>
  }

  const gathered = batched<QueueScope, Counts<Tab>>(async (scopes, context) => {
    const found = await Promise.all(scopes.map((scope) => count(scope, context)))
    return new Map(scopes.map((scope, at) => [scope, found[at] as Counts<Tab>]))
  })

  /** How many each tab of the actor's queue holds now; one statement. */
  const counts = async (scope: QueueScope, context: GraphContext): Promise<Counts<Tab>> =>
    (await gathered(scope, context)) as Counts<Tab>

  const where = ({ tab, scope, filter }: ListRequest<Tab, Given>, context: GraphContext): Where =>
    ({ AND: [inScope(scope, context), inTab(tab, filter)] }) as never

  return {
    tabs: names,
    counts,
    where,
    /** How many rows fit; of a whole tab, from the statement that counts them all. */
    total: async (request: ListRequest<Tab, Given>, context: GraphContext): Promise<number> =>
      narrows(request.filter)
        ? rows.count({ where: where(request, context) })
        : (await counts(request.scope, context))[request.tab],
    orderBy: (tab: Tab, order: Order<Field> | null | undefined): OrderBy[] => {
      const given = order ? orders[order.field](order.direction === 'ASC' ? 'asc' : 'desc') : [tabs[tab]]
      return [...given, { id: 'asc' } as never]
    },
  }
}

/** To whom what a scope shows was sent. */
function recipients(
  [column, relation]: readonly [string, string],
  scope: QueueScope,
  { actor: { kind, personId }, now }: GraphContext,
): Fragment {
  if (kind !== 'person') return { id: { in: [] } }
  switch (scope) {
    case 'MINE':
      return { [column]: personId }
    case 'AS_DEPUTY':
      return { [relation]: standsInFor(personId, today(now)) }
    case 'MY_TRAINEES': {
      const led = { kind: 'LEADER' as const, personId, ...running(today(now)) }
      return { [column]: { not: null }, trainee: { relationsAsTrainee: { some: led } } }
    }
  }
}
