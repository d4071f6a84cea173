import { randomUUID } from 'node:crypto'
import { ask, officeOf } from '@kompetanse/graph/testing'
import { statementTests, type Rows } from '@kompetanse/graph/testing/statements'
import { schema } from '../schema.ts'
import { createWorld, NOW, type World } from './world.ts'

const ids = (amount: number) => Array.from({ length: amount }, () => randomUUID())

/** An enterprise, of as many in its region, with as many units; its administrator is who leads there. */
async function placesOf({ db }: World, regionCode: string, amount: number) {
  const [enterpriseIds, unitIds] = [ids(amount), ids(amount)]
  const [enterpriseId = '', unitId = ''] = [enterpriseIds[0], unitIds[0]]
  const named = (id: string) => ({ id, name: id })
  await db.enterprise.createMany({
    data: enterpriseIds.map((id) => ({ ...named(id), kind: 'APPROVED', regionCode })),
  })
  await db.unit.createMany({ data: unitIds.map((id) => ({ ...named(id), enterpriseId })) })
  return { enterpriseIds, unitIds, enterpriseId, unitId }
}

/** As many trainees of a unit, and who is their leader, mentor and supervisor; all are called by one name. */
async function peopleOf({ db }: World, name: string, unitId: string, amount: number) {
  const [leaderId, traineeIds] = [randomUUID(), ids(amount)]
  await db.person.createMany({
    data: [leaderId, ...traineeIds].map((id) => ({
      ...{ id, unitId, givenName: name, familyName: id.slice(0, 8), searchName: ` ${name.toLowerCase()}` },
    })),
  })
  await db.trainee.createMany({
    data: traineeIds.map((id) => ({
      ...{ id, unitId, trackCode: 'ALM', part: 'PART_3', position: 'LIS3', fte: 1, trainingStartedOn: NOW },
    })),
  })
  await db.trainingRelation.createMany({
    data: traineeIds.flatMap((traineeId) =>
      ['LEADER', 'MENTOR', 'SUPERVISOR'].map((kind) => ({
        ...{ kind, traineeId, personId: leaderId, registeredById: leaderId, validFrom: NOW },
      })),
    ),
  })
  return { leaderId, traineeIds }
}

interface Place {
  readonly regionCode: string
  readonly amount: number
}

interface Made {
  readonly enterpriseIds: readonly string[]
  readonly unitIds: readonly string[]
  readonly leaderId: string
  readonly traineeIds: readonly string[]
}

/** What others refer to, with a deputyship and a role of each trainee's. */
async function keysOf({ db }: World, { enterpriseIds, unitIds, leaderId, traineeIds }: Made) {
  const [unitId = ''] = unitIds
  const deputyships = await db.deputyship.createManyAndReturn({
    data: traineeIds.map((deputyId) => ({ leaderId, deputyId, unitId, validFrom: NOW, validTo: NOW })),
    select: { id: true },
  })
  const grants = await db.roleGrant.createManyAndReturn({
    data: traineeIds.map((personId, at) => ({
      ...{ personId, role: 'LOCAL_ADMIN', enterpriseId: enterpriseIds[at] ?? null, validFrom: NOW },
    })),
    select: { id: true },
  })
  const relations = await db.trainingRelation.findMany({
    where: { personId: leaderId },
    select: { id: true },
  })
  const regions = await db.region.findMany({ select: { code: true } })
  const byId = (ids: readonly string[]) => ids.map((id) => ({ id }))
  return {
    ...{ Person: byId(traineeIds), Trainee: byId(traineeIds), Unit: byId(unitIds) },
    ...{ Enterprise: byId(enterpriseIds), Region: regions, TrainingRelation: relations },
    ...{ Deputyship: deputyships, RoleGrant: grants },
  }
}

async function rowsOf(world: World, name: string, { regionCode, amount }: Place): Promise<Rows> {
  const { enterpriseIds, unitIds, enterpriseId, unitId } = await placesOf(world, regionCode, amount)
  const { leaderId, traineeIds } = await peopleOf(world, name, unitId, amount)
  await world.db.recordOpening.createMany({
    data: traineeIds.map((traineeId) => ({
      ...{ traineeId, openedById: leaderId, role: 'LOCAL_ADMIN', reason: 'Ringte om innlogging' },
      ...{ openedAt: NOW, until: new Date(NOW.getTime() + 60_000) },
    })),
  })
  return {
    actor: officeOf(leaderId)('LOCAL_ADMIN', { enterpriseId }),
    variables: {
      ...{ id: traineeIds[0], traineeId: traineeIds[0], forPersonId: leaderId, purpose: 'SUPERVISOR' },
      ...{ search: name, text: name, code: regionCode },
      ...{ 'EnterpriseUnits.id': enterpriseId, 'UnitPersons.id': unitId },
      ...{ own: true, led: true, standIn: true, mentored: true, administered: true, curriculum: true },
    },
    keys: { ...(await keysOf(world, { enterpriseIds, unitIds, leaderId, traineeIds })) },
  }
}

statementTests(
  'identity',
  async () => {
    const world = await createWorld()
    return {
      one: await rowsOf(world, 'Enslig', { regionCode: 'HELSE_NORD', amount: 1 }),
      many: await rowsOf(world, 'Mange', { regionCode: 'HELSE_MIDT', amount: 9 }),
      async ask(actor, query, variables) {
        const { data, errors } = await ask(schema, { actor, query, variables, now: NOW })
        if (errors?.[0]) throw errors[0].originalError ?? errors[0]
        return JSON.parse(JSON.stringify(data))
      },
      statements: world.statements,
      stop: world.close,
    }
  },
  {
    budgets: {
      ConversationTemplateList: 1,
      CurriculumProposals: 5,
      EnterpriseUnits: 4,
      Home: 4,
      MoreConversationSummaries: 2,
      Organisation: 9,
      PersonRecord: 33,
      PersonSearch: 5,
      Persons: 7,
      PlanGoalSearch: 2,
      RecordOpenings: 15,
      RegionEnterprises: 7,
      Search: 5,
      ServicePlaces: 3,
      ServiceTimeLines: 3,
      SupervisionHoursOfTrainee: 3,
      Trainee: 29,
      TraineeServiceTime: 4,
      UnitPersons: 7,
      Viewer: 9,
    },
    alike: {
      ConversationTemplateList: 'who asks',
      Home: 'who asks',
      MoreConversationSummaries: 'one trainee',
      Organisation: 'the places of the country',
      PersonRecord: 'one person',
      PlanGoalSearch: 'one trainee',
      ServicePlaces: 'the places of the country',
      ServiceTimeLines: 'one trainee',
      SupervisionHoursOfTrainee: 'one trainee',
      Trainee: 'one trainee',
      TraineeServiceTime: 'one trainee',
      Viewer: 'who asks',
    },
  },
)
