import type { GraphContext } from '@kompetanse/graph'
import type { Id } from '@kompetanse/schema/ids'
import { database, type Tx } from '../../database.ts'
import type { RecordOpening } from '../../generated/db/client.ts'
import { placeSelect, toPlace } from '../../organisation/persistence/places.ts'
import { openableTrainees } from '../../trainee/persistence/visible.ts'
import type { OpeningRequest } from '../domain/record-opening.ts'

/** The trainee, if the actor may request the record; null of any other. */
export async function findOpenable(
  traineeId: Id<'Person'>,
  context: GraphContext,
): Promise<OpeningRequest['trainee'] | null> {
  const trainee = await database.trainee.findFirst({
    where: { AND: [{ id: traineeId }, await openableTrainees(context)] },
    select: { id: true, unit: { select: placeSelect } },
  })
  return trainee && { id: trainee.id, ...toPlace(trainee.unit) }
}

/** What the person has open. */
export const runningOpenings = (tx: Tx, openedById: Id<'Person'>, now: Date): Promise<RecordOpening[]> =>
  tx.recordOpening.findMany({ where: { openedById, until: { gt: now } } })
