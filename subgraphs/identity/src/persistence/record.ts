import {
  deputyship,
  person,
  relation,
  type DeputyshipEvent,
  type PersonEvent,
  type RelationEvent,
} from '@kompetanse/schema/events/identity'
import { dayOf } from '@kompetanse/directory/day'
import type { RelationKind, TrainingPart } from '../domain/codes.ts'
import type {
  Deputyship,
  Prisma,
  RecordOpening,
  RoleGrant,
  TrainingRelation,
} from '../generated/db/client.ts'
import { bus, type Tx } from '../database.ts'

/** By whom, when and by which command. `byId` is null when the system itself did it. */
export interface Cause {
  readonly command: string
  readonly byId: string | null
  readonly at: Date
}

interface Changed {
  readonly aggregate: string
  readonly id: string
  readonly version: number
  readonly state: Prisma.InputJsonObject
}

const writeHistory = (tx: Tx, cause: Cause, { aggregate, id, version, state }: Changed) =>
  tx.history.create({ data: { ...cause, aggregate, aggregateId: id, version, state } })

export const relationEvent = (row: TrainingRelation): RelationEvent => ({
  relationId: row.id,
  kind: row.kind as RelationKind,
  traineeId: row.traineeId,
  personId: row.personId,
  validFrom: dayOf(row.validFrom),
  validTo: row.validTo && dayOf(row.validTo),
  version: row.version,
})

export const deputyshipEvent = (row: Deputyship): DeputyshipEvent => ({
  deputyshipId: row.id,
  leaderId: row.leaderId,
  deputyId: row.deputyId,
  validFrom: dayOf(row.validFrom),
  validTo: dayOf(row.validTo),
  version: row.version,
})

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

export type PersonEventRow = Prisma.PersonGetPayload<{ select: typeof personEventSelect }>

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

/** History and event of a relation that has just been written: in the same transaction, or not at all. */
export async function recordRelation(tx: Tx, row: TrainingRelation, cause: Cause): Promise<void> {
  const state = relationEvent(row)
  await writeHistory(tx, cause, { aggregate: 'relation', id: row.id, version: row.version, state })
  await bus.publish(tx, relation, row.id, state)
}

export async function recordDeputyship(tx: Tx, row: Deputyship, cause: Cause): Promise<void> {
  const state = deputyshipEvent(row)
  await writeHistory(tx, cause, {
    aggregate: 'deputyship',
    id: row.id,
    version: row.version,
    state: { ...state, unitId: row.unitId },
  })
  await bus.publish(tx, deputyship, row.id, state)
}

/** Roles are read by the gateway through `/actor`; no other subgraph keeps them. */
export const recordGrant = (tx: Tx, row: RoleGrant, cause: Cause) =>
  writeHistory(tx, cause, {
    aggregate: 'role_grant',
    id: row.id,
    version: row.version,
    state: {
      ...row,
      validFrom: dayOf(row.validFrom),
      validTo: row.validTo && dayOf(row.validTo),
      revokedAt: row.revokedAt?.toISOString() ?? null,
    },
  })

export const recordOpening = (tx: Tx, row: RecordOpening): Promise<unknown> =>
  writeHistory(
    tx,
    { command: 'OPEN_RECORD', byId: row.openedById, at: row.openedAt },
    {
      ...{ aggregate: 'record_opening', id: row.id, version: 1 },
      state: { ...row, openedAt: row.openedAt.toISOString(), until: row.until.toISOString() },
    },
  )

export async function recordPerson(tx: Tx, personId: string, cause: Cause): Promise<void> {
  const row = await tx.person.findUniqueOrThrow({ where: { id: personId }, select: personEventSelect })
  const state = personEvent(row)
  await writeHistory(tx, cause, { aggregate: 'person', id: personId, version: row.version, state })
  await bus.publish(tx, person, personId, state)
}
