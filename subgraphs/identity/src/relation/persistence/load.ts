import type { Given } from '@kompetanse/command'
import type { GraphContext } from '@kompetanse/graph'
import { dayOf, osloDay } from '@kompetanse/calendar/day'
import type { Id } from '@kompetanse/schema/ids'
import type { RelationKind } from '@kompetanse/schema/roles'
import { authorityFor } from '../../authority/persistence/authority.ts'
import { lockTrainees } from '../../authority/persistence/lock.ts'
import type { Tx } from '../../database.ts'
import type { TrainingRelation as Row } from '../../generated/db/client.ts'
import { toTraineeFacts, traineeFactsSelect } from '../../trainee/persistence/facts.ts'
import { visibleTrainees } from '../../trainee/persistence/visible.ts'
import type { Relation, Situation } from '../domain/relation.ts'

/** The columns' CHECKs make the casts true. */
export const toRelation = (row: Row): Relation => ({
  id: row.id,
  kind: row.kind as RelationKind,
  personId: row.personId,
  validFrom: dayOf(row.validFrom),
  validTo: row.validTo && dayOf(row.validTo),
  cancelled: row.cancelledAt !== null,
})

/** All that the trainee has had of a kind. */
export async function relationsOf(tx: Tx, traineeId: Id<'Person'>, kind: RelationKind): Promise<Relation[]> {
  const rows = await tx.trainingRelation.findMany({ where: { traineeId, kind } })
  return rows.map(toRelation)
}

export interface Loaded {
  readonly row: Row
  readonly situation: Situation
}

/** Those of the relations whose trainee the actor may see; nobody changes any of that trainee meanwhile. */
export async function loadForCommand(
  tx: Tx,
  given: readonly Given<unknown, Id<'Relation'>>[],
  context: GraphContext,
): Promise<Map<Id<'Relation'>, Loaded>> {
  const where = { id: { in: given.map(({ id }) => id) } }
  const of = await tx.trainingRelation.findMany({ where, select: { traineeId: true } })
  await lockTrainees(
    tx,
    of.map(({ traineeId }) => traineeId),
  )
  const authority = await authorityFor(context, tx)
  const rows = await tx.trainingRelation.findMany({
    where: { ...where, trainee: await visibleTrainees(context, tx) },
    include: { trainee: { select: traineeFactsSelect(context.now) } },
  })
  const situation = { authority, today: osloDay(context.now) }
  return new Map(
    rows.map(({ trainee, ...row }) => [
      row.id,
      { row, situation: { ...situation, trainee: toTraineeFacts(trainee) } },
    ]),
  )
}
