import { dateColumn } from '@kompetanse/calendar/day'
import type { Id } from '@kompetanse/schema/ids'
import type { Prisma } from '../generated/db/client.ts'
import { database, type Tx } from '../database.ts'
import { insertDeputyship } from '../deputyship/persistence/save.ts'
import type { Cause } from '../history/persistence/history.ts'
import { searchName } from '../person/domain/search-name.ts'
import { recordPerson } from '../person/persistence/record.ts'
import { recordRelation } from '../relation/persistence/save.ts'
import { insertGrant } from '../role-grant/persistence/save.ts'
import { demoOrganisation, demoPersons, type DemoPerson } from './demo.ts'

const IN_FORCE_FROM = dateColumn('2026-01-01')
const DEPUTIES_UNTIL = dateColumn('2029-12-31')

export interface Seeded {
  readonly persons: number
  readonly relations: number
}

/**
 * Writes what is missing of the demo data, with history and events, in one transaction. What somebody has changed
 * since stays changed: a person who is there is left alone, with everything that hangs on the person.
 */
export async function seed(now: Date): Promise<Seeded> {
  const cause: Cause = { command: 'SEED', byId: null, at: now }
  return database.$transaction(
    async (tx) => {
      await tx.$queryRaw`SELECT pg_advisory_xact_lock(hashtext('seed identity'))::text`
      await seedOrganisation(tx)
      const all = demoPersons()
      const had = await tx.person.findMany({
        where: { id: { in: all.map(({ id }) => id) } },
        select: { id: true },
      })
      const known = new Set(had.map(({ id }) => id))
      const added = all.filter(({ id }) => !known.has(id))
      await seedPersons(tx, added)
      await nameUnitLeaders(tx, added)
      for (const { id } of added) await recordPerson(tx, id, cause)
      const relations = await seedRelations(tx, added, cause)
      await seedDeputyships(tx, added, cause)
      await seedGrants(tx, added, cause)
      return { persons: added.length, relations }
    },
    { timeout: 30_000 },
  )
}

async function seedOrganisation(tx: Tx) {
  const { regions, enterprises, units } = demoOrganisation()
  const skipDuplicates = true
  await tx.region.createMany({
    data: regions.map((region, position) => ({ ...region, position })),
    skipDuplicates,
  })
  await tx.enterprise.createMany({ data: [...enterprises], skipDuplicates })
  await tx.unit.createMany({ data: [...units], skipDuplicates })
}

async function seedPersons(tx: Tx, persons: readonly DemoPerson[]) {
  await tx.person.createMany({
    data: persons.map(({ id, givenName, familyName, email, unitId }) => ({
      id,
      givenName,
      familyName,
      searchName: searchName(givenName, familyName),
      email,
      unitId,
    })),
  })
  // The demo's identity provider calls each person by the person's id.
  await tx.account.createMany({ data: persons.map(({ id }) => ({ subject: id, personId: id })) })
  const trainees = persons.flatMap(({ id, unitId, trainee }) =>
    trainee && unitId ? [{ id, unitId, trainee }] : [],
  )
  const tracks = new Map(trainees.map(({ trainee }) => [trainee.trackCode, trainee.trackName]))
  await tx.track.createMany({
    data: [...tracks].map(([code, name]) => ({ code, name })),
    skipDuplicates: true,
  })
  await tx.trainee.createMany({
    data: trainees.map(({ id, unitId, trainee: { trackCode, part, position, fte, startedOn } }) => ({
      ...{ id, unitId, trackCode, part, position, fte },
      trainingStartedOn: dateColumn(startedOn),
    })),
  })
}

/** Who leads trainees is the leader of the unit that is the own. */
async function nameUnitLeaders(tx: Tx, persons: readonly DemoPerson[]) {
  const leaders = new Set(persons.map(({ trainee }) => trainee?.leaderId))
  for (const { id, unitId } of persons)
    if (unitId && leaders.has(id)) await tx.unit.update({ where: { id: unitId }, data: { leaderId: id } })
}

async function seedRelations(tx: Tx, persons: readonly DemoPerson[], cause: Cause): Promise<number> {
  const rows = await tx.trainingRelation.createManyAndReturn({ data: persons.flatMap(relationsOf) })
  for (const row of rows) await recordRelation(tx, row, cause)
  return rows.length
}

function relationsOf({ id, trainee }: DemoPerson): Prisma.TrainingRelationCreateManyInput[] {
  if (!trainee) return []
  const { leaderId, mentorId, supervisorIds, startedOn } = trainee
  const relation = (kind: string, personId: Id<'Person'>) => ({
    ...{ kind, personId, traineeId: id, registeredById: id },
    validFrom: dateColumn(startedOn),
  })
  return [
    relation('LEADER', leaderId),
    ...(mentorId ? [relation('MENTOR', mentorId)] : []),
    ...supervisorIds.map((personId) => relation('SUPERVISOR', personId)),
  ]
}

async function seedDeputyships(tx: Tx, persons: readonly DemoPerson[], cause: Cause) {
  const units = new Map(demoPersons().map(({ id, unitId }) => [id, unitId]))
  for (const { id: deputyId, deputyForId: leaderId } of persons) {
    const unitId = leaderId && units.get(leaderId)
    if (!unitId) continue
    const data = { leaderId, deputyId, unitId, validFrom: IN_FORCE_FROM, validTo: DEPUTIES_UNTIL }
    await insertDeputyship(tx, data, cause)
  }
}

async function seedGrants(tx: Tx, persons: readonly DemoPerson[], cause: Cause) {
  for (const { id, grant } of persons) {
    if (!grant) continue
    const data = { personId: id, ...grant, validFrom: IN_FORCE_FROM }
    await insertGrant(tx, data, cause)
  }
}
