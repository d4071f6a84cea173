import { dayOf } from '@kompetanse/calendar/day'
import { person, type PersonEvent } from '@kompetanse/schema/events/identity'
import type { Id } from '@kompetanse/schema/ids'
import { bus, type Tx } from '../../database.ts'
import type { Prisma } from '../../generated/db/client.ts'
import { writeHistory, type Cause } from '../../history/persistence/history.ts'
import type { TrainingPart } from '../../trainee/domain/trainee.ts'

/** What the event of a person is made from. */
export const personEventSelect = {
  id: true,
  givenName: true,
  familyName: true,
  active: true,
  version: true,
  unit: { select: { id: true, name: true, enterprise: { include: { region: true } } } },
  trainee: { include: { track: true } },
} satisfies Prisma.PersonSelect

type PersonEventRow = Prisma.PersonGetPayload<{ select: typeof personEventSelect }>

export function personEvent(row: PersonEventRow): PersonEvent {
  const { unit, trainee } = row
  return {
    personId: row.id,
    displayName: `${row.givenName} ${row.familyName}`,
    unit: unit && { id: unit.id, name: unit.name },
    enterprise: unit && { id: unit.enterprise.id, name: unit.enterprise.name },
    regionCode: unit && unit.enterprise.regionCode,
    trainee: trainee && {
      trackCode: trainee.trackCode,
      trackName: trainee.track.name,
      part: trainee.part as TrainingPart,
      position: trainee.position,
      trainingStartedOn: dayOf(trainee.trainingStartedOn),
    },
    active: row.active,
    version: row.version,
  }
}

/** History and event of a person who has just been written. */
export async function recordPerson(tx: Tx, personId: Id<'Person'>, cause: Cause): Promise<void> {
  const row = await tx.person.findUniqueOrThrow({ where: { id: personId }, select: personEventSelect })
  const state = personEvent(row)
  await writeHistory(tx, cause, { aggregate: 'person', id: personId, version: row.version, state })
  await bus.publish(tx, person, personId, state)
}
