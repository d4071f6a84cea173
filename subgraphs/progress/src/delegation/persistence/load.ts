import { running } from '@kompetanse/calendar/running'
import type { Candidate } from '@kompetanse/directory/choosing'
import { dayOf, osloDay, today } from '@kompetanse/calendar/day'
import type { Period } from '@kompetanse/calendar/ending'
import type { Given } from '@kompetanse/command'
import type { GraphContext } from '@kompetanse/graph'
import type { Id } from '@kompetanse/schema/ids'
import type { Tx } from '../../database.ts'
import type { Delegation } from '../../generated/db/client.ts'
import type { NamingSituation, Situation } from '../domain/delegate.ts'
import { endable, visibleDelegation } from './visible-delegation.ts'

export interface Loaded {
  readonly row: Delegation
  readonly situation: Situation
}

export const toPeriod = ({ validFrom, validTo, cancelledAt }: Delegation): Period => ({
  validFrom: dayOf(validFrom),
  validTo: validTo && dayOf(validTo),
  cancelled: cancelledAt !== null,
})

/** What the actor's naming of a delegate depends on. Two at once by one leader wait for each other: none is named twice. */
export async function loadNaming(
  tx: Tx,
  delegate: Candidate,
  { actor, now }: GraphContext,
): Promise<NamingSituation> {
  const leaderId = actor.personId
  await tx.$queryRaw`SELECT id FROM directory_person WHERE id = ${leaderId}::uuid FOR UPDATE`
  const leader = { personId: leaderId, kind: 'LEADER' as const, ...running(today(now)) }
  const led = await tx.relation.findFirst({ where: leader })
  const same = { leaderId, delegateId: delegate.id, cancelledAt: null }
  const rows = await tx.delegation.findMany({ where: same })
  return {
    ...{ actorId: leaderId, delegate, today: osloDay(now) },
    leads: led !== null,
    running: rows.map(toPeriod),
  }
}

/** Those of the delegations that the actor may see, locked. */
export async function loadForCommand(
  tx: Tx,
  given: readonly Given<'END', Id<'Delegation'>>[],
  { actor, now }: GraphContext,
): Promise<Map<Id<'Delegation'>, Loaded>> {
  const ids = given.map(({ id }) => id)
  await tx.$queryRaw`SELECT id FROM delegation WHERE id = ANY(${ids}::uuid[]) ORDER BY id FOR UPDATE`
  const rows = await tx.delegation.findMany({
    where: { id: { in: ids }, AND: visibleDelegation(actor, today(now)) },
  })
  const leaders = rows.map(({ leaderId }) => leaderId)
  const may = await endable(tx, leaders, actor, now)
  return new Map(
    rows.map((row) => {
      const situation = { period: toPeriod(row), mayEnd: may.has(row.leaderId), today: osloDay(now) }
      return [row.id, { row, situation }]
    }),
  )
}
