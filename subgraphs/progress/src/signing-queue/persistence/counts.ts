import type { QueueScope } from '@kompetanse/live/queue'
import { batched, type GraphContext } from '@kompetanse/graph'
import { database } from '../../database.ts'
import { inScope, type SigningTab } from './scope.ts'

export interface SigningCounts {
  readonly waiting: number
  readonly rejected: number
  readonly signed: number
}

const COUNT_OF = { WAITING: 'waiting', REJECTED: 'rejected', SIGNED: 'signed' } as const

const counts = batched<QueueScope, SigningCounts>(async (scopes, context) => {
  const found = await Promise.all(scopes.map((scope) => count(scope, context)))
  return new Map(scopes.map((scope, index) => [scope, found[index] as SigningCounts]))
})

/** How many activities each tab of the actor's queue holds now; one statement. */
export async function signingCounts(scope: QueueScope, context: GraphContext): Promise<SigningCounts> {
  return (await counts(scope, context)) as SigningCounts
}

/** How many rows a whole tab has, from the statement that counts them all. */
export const signingTotal = async (
  tab: SigningTab,
  scope: QueueScope,
  context: GraphContext,
): Promise<number> => (await signingCounts(scope, context))[COUNT_OF[tab]]

async function count(scope: QueueScope, context: GraphContext): Promise<SigningCounts> {
  const groups = await database.learningActivity.groupBy({
    by: ['status'],
    where: inScope(scope, context),
    _count: true,
  })
  const of = (tab: SigningTab) => groups.find(({ status }) => status === tab)?._count ?? 0
  return { waiting: of('WAITING'), rejected: of('REJECTED'), signed: of('SIGNED') }
}
