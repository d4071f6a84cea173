import type { Given } from '@kompetanse/command'
import { dayOf, osloDay } from '@kompetanse/directory/day'
import type { GraphContext } from '@kompetanse/graph'
import type { Id } from '@kompetanse/schema/ids'
import { authorityFor } from '../../authority/persistence/authority.ts'
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
