import type { OverviewScope, OverviewVariables } from './queries.ts'

/** How the overview can be sorted; the address names it, so that a link keeps it. */
export const orders = {
  venter: { field: 'LONGEST_WAIT', direction: 'DESC' },
  navn: { field: 'NAME', direction: 'ASC' },
  fremdrift: { field: 'GOAL_PERCENT', direction: 'ASC' },
} as const
export type OrderName = keyof typeof orders

const isOrder = (name: string | null): name is OrderName => name !== null && Object.hasOwn(orders, name)

type Address = { searchParams: Pick<URLSearchParams, 'get' | 'has'> }

export const orderOf = ({ searchParams }: Address): OrderName => {
  const asked = searchParams.get('sorter')
  return isOrder(asked) ? asked : 'venter'
}

/** What the overview's address asks the graph for. */
export const overviewVariables = (address: Address, scope: OverviewScope): OverviewVariables => {
  const search = address.searchParams.get('sok')
  return {
    scope,
    orderBy: orders[orderOf(address)],
    filter: { ...(search && { search }), ...(address.searchParams.has('venter') && { waitingOnly: true }) },
  }
}
