import { dayOf, osloDay, today } from '@kompetanse/directory/day'
import { type GraphContext, isId } from '@kompetanse/graph'
import { database } from '../../database.ts'
import type { Delegation } from '../../generated/db/client.ts'
import { isOpen, type DelegationRefusal } from '../domain/delegate.ts'
import { endable, visibleDelegation } from '../persistence/visible-delegation.ts'

export interface EndDelegation {
  readonly delegationId: string
  readonly expectedVersion: number
}

export type EndOutcome =
  | { readonly kind: 'done'; readonly delegation: Delegation }
  | { readonly kind: 'not_found' }
  | { readonly kind: 'stale'; readonly currentVersion: number }
  | { readonly kind: 'refused'; readonly code: DelegationRefusal }

const A_DAY = 86_400_000

/**
 * Ends a delegation at once: yesterday was its last day. What the delegate has decided stands; what waits with the
 * delegate is decided by the leader, who has had it in view all the time (F095), or recalled and sent anew.
 */
export function endDelegation(
  { delegationId, expectedVersion }: EndDelegation,
  { actor, now }: GraphContext,
): Promise<EndOutcome> {
  return database.$transaction(async (tx): Promise<EndOutcome> => {
    const where = { id: delegationId, AND: visibleDelegation(actor, today(now)) }
    const row = isId(delegationId) && (await tx.delegation.findFirst({ where }))
    if (!row) return { kind: 'not_found' }
    if (row.version !== expectedVersion) return { kind: 'stale', currentVersion: row.version }
    if (!(await endable(tx, [row.leaderId], actor, now)).has(row.leaderId))
      return { kind: 'refused', code: 'NOT_PERMITTED' }
    if (!isOpen({ validTo: row.validTo && dayOf(row.validTo) }, osloDay(now)))
      return { kind: 'refused', code: 'PERIOD_INVALID' }
    const validTo = new Date(today(now).getTime() - A_DAY)
    const { count } = await tx.delegation.updateMany({
      where: { id: row.id, version: expectedVersion },
      data: { validTo, version: expectedVersion + 1 },
    })
    if (count === 0) return { kind: 'stale', currentVersion: expectedVersion + 1 }
    return { kind: 'done', delegation: await tx.delegation.findUniqueOrThrow({ where: { id: row.id } }) }
  })
}
