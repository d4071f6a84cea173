import { batched, type GraphContext } from '@kompetanse/graph'
import type { QueueScope } from '@kompetanse/live/queue'
import { database } from '../../database.ts'
import type { QueueTab } from '../../generated/db/client.ts'
import { inScope } from './scope.ts'

export interface TabCounts {
  readonly waiting: number
  readonly rejected: number
  readonly signed: number
}

const counts = batched<QueueScope, TabCounts>(async (scopes, context) => {
  const found = await Promise.all(scopes.map((scope) => count(scope, context)))
  return new Map(scopes.map((scope, index) => [scope, found[index] as TabCounts]))
})

/** How many periods each tab of the actor's queue holds now; one statement. */
export async function tabCounts(scope: QueueScope, context: GraphContext): Promise<TabCounts> {
  return (await counts(scope, context)) as TabCounts
}

async function count(scope: QueueScope, context: GraphContext): Promise<TabCounts> {
  const groups = await database.servicePeriod.groupBy({
    by: ['status'],
    where: inScope(scope, context),
    _count: true,
  })
  const of = (tab: QueueTab) => groups.find(({ status }) => status === tab)?._count ?? 0
  return { waiting: of('WAITING'), rejected: of('REJECTED'), signed: of('SIGNED') }
}
