import { dayOf } from '@kompetanse/directory/day'
import { inForce } from '../../authority/persistence/in-force.ts'
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
