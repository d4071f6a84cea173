import { dayOf } from '@kompetanse/calendar/day'
import type { Id } from '@kompetanse/schema/ids'
import { inForce } from '../../authority/persistence/in-force.ts'
import type { Tx } from '../../database.ts'
import type { Prisma } from '../../generated/db/client.ts'
import { placeSelect, toPlace } from '../../organisation/persistence/places.ts'
import type { TraineeFacts } from '../domain/trainee.ts'

/** What permissions need to know of a trainee. */
export const traineeFactsSelect = (now: Date) =>
  ({
    id: true,
    trainingStartedOn: true,
    unit: { select: placeSelect },
    relations: { where: { AND: [inForce(now), { kind: 'LEADER' }] }, take: 1 },
  }) satisfies Prisma.TraineeSelect

type Row = Prisma.TraineeGetPayload<{ select: ReturnType<typeof traineeFactsSelect> }>

export const toTraineeFacts = (row: Row): TraineeFacts => ({
  id: row.id,
  trainingStartedOn: dayOf(row.trainingStartedOn),
  leaderId: row.relations[0]?.personId ?? null,
  ...toPlace(row.unit),
})

/** The trainee, if it is one of these; null of any other. */
export async function findTrainee(
  tx: Tx,
  id: Id<'Person'>,
  { visible, now }: { readonly visible: Prisma.TraineeWhereInput; readonly now: Date },
): Promise<TraineeFacts | null> {
  const row = await tx.trainee.findFirst({
    where: { AND: [{ id }, visible] },
    select: traineeFactsSelect(now),
  })
  return row && toTraineeFacts(row)
}
