import { dayOf, osloDay, today } from '@kompetanse/directory/day'
import type { Given } from '@kompetanse/command'
import type { GraphContext } from '@kompetanse/graph'
import type { Tx } from '../../database.ts'
import type { Delegation } from '../../generated/db/client.ts'
import type { Ending } from '../domain/delegate.ts'
import { endable, visibleDelegation } from './visible-delegation.ts'

export interface Loaded {
  readonly row: Delegation
  readonly ending: Ending
}

/** Those of the delegations that the actor may see, locked. */
export async function loadForCommand(
  tx: Tx,
  given: readonly Given<'END'>[],
  { actor, now }: GraphContext,
): Promise<Map<string, Loaded>> {
  const ids = given.map(({ id }) => id)
  await tx.$queryRaw`SELECT id FROM delegation WHERE id = ANY(${ids}::uuid[]) ORDER BY id FOR UPDATE`
  const rows = await tx.delegation.findMany({
    where: { id: { in: ids }, AND: visibleDelegation(actor, today(now)) },
  })
  const leaders = rows.map(({ leaderId }) => leaderId)
  const may = await endable(tx, leaders, actor, now)
  return new Map(
    rows.map((row) => {
      const period = { validFrom: dayOf(row.validFrom), validTo: row.validTo && dayOf(row.validTo) }
      return [row.id, { row, ending: { period, mayEnd: may.has(row.leaderId), today: osloDay(now) } }]
    }),
  )
}
