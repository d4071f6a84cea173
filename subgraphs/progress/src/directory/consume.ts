import type { DeputyshipEvent, PersonEvent, RelationEvent } from '@kompetanse/schema/events/identity'
import { dateColumn } from '../clock.ts'
import { database, type Tx } from '../database.ts'
import type { Prisma } from '../generated/db/client.ts'

/** Keeps this subgraph's copy of a person. An event that is not newer than what is here changes nothing. */
export async function onPerson(event: PersonEvent): Promise<void> {
  const { personId: id, displayName, unit, enterprise, regionCode, trainee, active, version } = event
  const row = {
    ...{ displayName, regionCode, active, version },
    unitId: unit?.id ?? null,
    unitName: unit?.name ?? null,
    enterpriseId: enterprise?.id ?? null,
    enterpriseName: enterprise?.name ?? null,
    isTrainee: trainee !== null,
    trackCode: trainee?.trackCode ?? null,
    trackName: trainee?.trackName ?? null,
    part: trainee?.part ?? null,
    position: trainee?.position ?? null,
    trainingStartedOn: trainee && dateColumn(trainee.trainingStartedOn),
  } satisfies Prisma.PersonUpdateManyMutationInput
  await database.$transaction(async (tx) => {
    await ensurePersons(tx, [id])
    await tx.person.updateMany({ where: { id, version: { lt: version } }, data: row })
  })
}

export async function onRelation(event: RelationEvent): Promise<void> {
  const { relationId: id, kind, traineeId, personId, version } = event
  const validFrom = dateColumn(event.validFrom)
  const validTo = event.validTo === null ? null : dateColumn(event.validTo)
  const data = { kind, traineeId, personId, validFrom, validTo, version }
  await database.$transaction(async (tx) => {
    await ensurePersons(tx, [traineeId, personId])
    const { count } = await tx.relation.createMany({ data: [{ id, ...data }], skipDuplicates: true })
    if (count === 0) await tx.relation.updateMany({ where: { id, version: { lt: version } }, data })
  })
}

export async function onDeputyship(event: DeputyshipEvent): Promise<void> {
  const { deputyshipId: id, leaderId, deputyId, version } = event
  const period = { validFrom: dateColumn(event.validFrom), validTo: dateColumn(event.validTo) }
  const data = { leaderId, deputyId, ...period, version }
  await database.$transaction(async (tx) => {
    await ensurePersons(tx, [leaderId, deputyId])
    const { count } = await tx.deputyship.createMany({ data: [{ id, ...data }], skipDuplicates: true })
    if (count === 0) await tx.deputyship.updateMany({ where: { id, version: { lt: version } }, data })
  })
}

// Events of different aggregates come in any order: whom we have not heard of is written down without a name.
const ensurePersons = (tx: Tx, ids: readonly string[]) =>
  tx.person.createMany({ data: ids.map((id) => ({ id, displayName: '', version: 0 })), skipDuplicates: true })
