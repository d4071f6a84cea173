import type { Given } from '@kompetanse/command'
import { dayOf, osloDay } from '@kompetanse/calendar/day'
import type { GraphContext } from '@kompetanse/graph'
import type { Id } from '@kompetanse/schema/ids'
import { authorityFor } from '../../authority/persistence/authority.ts'
import { inForce } from '../../authority/persistence/in-force.ts'
import { lockPersons } from '../../authority/persistence/lock.ts'
import type { Tx } from '../../database.ts'
import type { Deputyship as Row } from '../../generated/db/client.ts'
import { placeSelect, toPlace } from '../../organisation/persistence/places.ts'
import type { Deputyship, Situation } from '../domain/deputyship.ts'
import { visibleDeputyships } from './visible.ts'

export const toDeputyship = (row: Row): Deputyship => ({
  ...row,
  validFrom: dayOf(row.validFrom),
  validTo: dayOf(row.validTo),
  cancelled: row.cancelledAt !== null,
})

type Between = Pick<Deputyship, 'leaderId' | 'deputyId' | 'unitId'>

/** All there have been of the leader, the deputy and the unit. */
export async function deputyshipsOf(tx: Tx, { leaderId, deputyId, unitId }: Between): Promise<Deputyship[]> {
  const rows = await tx.deputyship.findMany({ where: { leaderId, deputyId, unitId } })
  return rows.map(toDeputyship)
}

/** Who is named as the unit's leader leads it, and who leads a trainee in it today. */
export async function leadsUnit(
  tx: Tx,
  { leaderId, unitId }: Pick<Between, 'leaderId' | 'unitId'>,
  now: Date,
): Promise<boolean> {
  const relation = { AND: [inForce(now), { kind: 'LEADER', personId: leaderId }] }
  const units = await tx.unit.count({
    where: { id: unitId, OR: [{ leaderId }, { trainees: { some: { relations: { some: relation } } } }] },
  })
  return units > 0
}

export interface Loaded {
  readonly row: Row
  readonly situation: Situation
}

/** Those of the deputyships that the actor may see; nobody changes any of that leader meanwhile. */
export async function loadForCommand(
  tx: Tx,
  given: readonly Given<unknown, Id<'Deputyship'>>[],
  context: GraphContext,
): Promise<Map<Id<'Deputyship'>, Loaded>> {
  const where = { id: { in: given.map(({ id }) => id) } }
  const of = await tx.deputyship.findMany({ where, select: { leaderId: true } })
  await lockPersons(
    tx,
    of.map(({ leaderId }) => leaderId),
  )
  const situation = { authority: await authorityFor(context, tx), today: osloDay(context.now) }
  const rows = await tx.deputyship.findMany({
    where: { AND: [where, visibleDeputyships(context)] },
    include: { unit: { select: placeSelect } },
  })
  return new Map(
    rows.map(({ unit, ...row }) => [row.id, { row, situation: { ...situation, place: toPlace(unit) } }]),
  )
}
