import type { Sort } from '#lib/ui/index.ts'
import type { OverviewScope, OverviewVariables } from './queries.ts'

/** How the overview can be sorted; the address names it, so that a link keeps it. */
const orders = {
  venter: { field: 'LONGEST_WAIT', direction: 'DESC' },
  navn: { field: 'NAME', direction: 'ASC' },
  fremdrift: { field: 'GOAL_PERCENT', direction: 'ASC' },
} as const
type OrderName = keyof typeof orders

const turned = { ASC: 'DESC', DESC: 'ASC' } as const
const directions = { ASC: 'ascending', DESC: 'descending' } as const

const isOrder = (name: string): name is OrderName => Object.hasOwn(orders, name)

type Address = { searchParams: Pick<URLSearchParams, 'get' | 'has'> }

/** `navn` is by name; `-navn` is that turned round. */
const orderOf = ({ searchParams }: Address) => {
  const sorter = searchParams.get('sorter') ?? ''
  const name = sorter.replace('-', '')
  if (!isOrder(name)) return { name: 'venter' as const, ...orders.venter }
  const { field, direction } = orders[name]
  return { name, field, direction: sorter.startsWith('-') ? turned[direction] : direction }
}

export const sortOf = (address: Address): Sort => {
  const { name, direction } = orderOf(address)
  return { by: name, direction: directions[direction] }
}

/** What the address says of an order. */
export const sorterOf = ({ by, direction }: Sort): string =>
  isOrder(by) && directions[orders[by].direction] !== direction ? `-${by}` : by

/** What the overview's address asks the graph for. */
export const overviewVariables = (address: Address, scope: OverviewScope): OverviewVariables => {
  const search = address.searchParams.get('sok')
  const { field, direction } = orderOf(address)
  return {
    scope,
    orderBy: { field, direction },
    filter: { ...(search && { search }), ...(address.searchParams.has('venter') && { waitingOnly: true }) },
  }
}
