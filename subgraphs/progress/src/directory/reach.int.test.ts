import { randomUUID } from 'node:crypto'
import { aPerson } from '@kompetanse/graph/testing'
import type { Actor } from '@kompetanse/schema/actor-token'
import { brandId } from '@kompetanse/schema/ids'
import { getNamedType, type GraphQLInputObjectType, type GraphQLUnionType } from 'graphql'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { activityActs } from '../testing/activities.ts'
import { goalActs } from '../testing/goals.ts'
import { startTestGraph, type TestGraph } from '../testing/graph.ts'
import { aTrainee, relate, somebody, type Crew } from '../testing/world.ts'

type Ids = Readonly<Record<string, unknown>>

let graph: TestGraph
let crew: Crew
let delegate: Actor
/** By what they are to the trainee: nothing, any more or at all. */
const outsiders: Record<string, Actor> = {}
let known: Ids

beforeAll(async () => {
  graph = await startTestGraph()
  crew = await aTrainee(graph).withPlan({ goals: 2 })
  const other = await aTrainee(graph).withPlan()
  const former = await somebody('Tidligere Leder')
  await relate('LEADER', crew.trainee.personId, former.personId, { validTo: '2026-09-14' })
  Object.assign(outsiders, {
    'a stranger': crew.stranger,
    'another trainee': other.trainee,
    'another trainee’s leader': other.leader,
    'another trainee’s deputy leader': other.deputy,
    'another trainee’s supervisor': other.supervisor,
    'the leader of until yesterday': former,
    'an administrator of elsewhere': aPerson(crew.stranger.personId, {
      grants: [{ role: 'LOCAL_ADMIN', regionCode: null, enterpriseId: brandId(randomUUID()) }],
    }),
    'a machine of another region': { ...aPerson(''), kind: 'machine', regionCode: 'HELSE_NORD' },
    'the gateway itself': { ...aPerson(''), kind: 'gateway' },
  })
  delegate = await somebody('Dina Lie')
  known = await fill()
})
afterAll(() => graph.stop())

/** Something of everything that has an id, all of it the trainee's. */
async function fill(): Promise<Ids> {
  const goals = goalActs(graph)
  const goalId = crew.goals[0]?.id ?? ''
  const activityId = crew.goals[0]?.activityIds[0] ?? ''
  const [uploadId, attachmentId] = [await goals.uploaded(crew.trainee), await goals.uploaded(crew.trainee)]
  const { database } = graph.own
  const named = { leaderId: crew.leader.personId, delegateId: delegate.personId, guideline: 'Etter møte.' }
  const { id: delegationId } = await database.delegation.create({
    data: { ...named, validFrom: new Date('2026-09-01') },
  })
  await database.attachment.update({ where: { id: attachmentId }, data: { goalId, attachedAt: new Date() } })
  await goals.sent(crew.trainee, goalId, delegate.personId)
  await activityActs(graph).sent(crew.trainee, activityId, crew.supervisor.personId)
  const { assignedPlanId, planTemplateId, trainee, leader } = crew
  return {
    ...{ goalId, activityId, assignedPlanId, delegationId, uploadId, attachmentId },
    ...{ traineeId: trainee.personId, traineeIds: [trainee.personId], planTemplateIds: [planTemplateId] },
    ...{ signerId: leader.personId, approverId: leader.personId, leaderId: leader.personId },
  }
}

const SAMPLES: Ids = { Int: 1, String: 'x', Date: '2026-09-01' }

function inputOf(mutation: string, type: GraphQLInputObjectType) {
  const rows = [{ id: mutation.includes('Goal') ? known['goalId'] : known['activityId'], expectedVersion: 1 }]
  const values = { ...known, rows }
  return Object.fromEntries(
    Object.values(type.getFields()).map(({ name, type: of }) => [
      name,
      name in values ? values[name as keyof typeof values] : SAMPLES[getNamedType(of).name],
    ]),
  )
}

/** Every mutation there is, but the one that names a person and nothing of a trainee. */
const mutations = () =>
  Object.values(graph.schema.getMutationType()?.getFields() ?? {}).filter(
    ({ name }) => name !== 'addDelegate',
  )

async function outcomesOf(actor: Actor, mutation: ReturnType<typeof mutations>[number]) {
  const input = getNamedType(mutation.args[0]?.type) as GraphQLInputObjectType
  const members = (getNamedType(mutation.type) as GraphQLUnionType).getTypes()
  const ofRows = members
    .filter((member) => 'rows' in member.getFields())
    .map(({ name }) => `... on ${name} { rows { outcome { __typename } } }`)
  const document = `mutation ($input: ${input.name}!) { answer: ${mutation.name}(input: $input) {
    __typename ${ofRows.join(' ')} } }`
  interface Answer {
    __typename: string
    rows?: { outcome: { __typename: string } }[]
  }
  const { answer } = await graph.ask<{ answer: Answer }>(actor, document, {
    input: inputOf(mutation.name, input),
  })
  return answer.rows?.map(({ outcome }) => outcome.__typename) ?? [answer.__typename]
}

const everything = async () => {
  const { database } = graph.own
  const ofTrainee = { where: { traineeId: crew.trainee.personId }, orderBy: { id: 'asc' as const } }
  return [
    await database.learningGoal.findMany(ofTrainee),
    await database.learningActivity.findMany(ofTrainee),
    await database.assignedPlan.findMany(ofTrainee),
    await database.attachment.findMany({ where: { uploadedById: crew.trainee.personId } }),
    await database.delegation.findMany({ where: { leaderId: crew.leader.personId } }),
    await database.comment.count(),
  ]
}

describe('who is nothing to a trainee', () => {
  test('F044 F066 F093 every command ends as if there were no such thing, and changes nothing', async () => {
    const before = await everything()
    for (const [who, actor] of Object.entries(outsiders))
      for (const mutation of mutations())
        expect([who, mutation.name, await outcomesOf(actor, mutation)]).toEqual([
          ...[who, mutation.name],
          ['NotFound'],
        ])
    expect(await everything()).toEqual(before)
  })

  const READ = `query ($goalId: ID!, $activityId: ID!, $assignedPlanId: ID!, $traineeId: ID!, $leaderId: ID!,
    $of: [_Any!]!) {
    learningGoal(id: $goalId) { id } learningActivity(id: $activityId) { id }
    assignedPlan(id: $assignedPlanId) { id }
    signerChoices(activityId: $activityId) { role } approverChoices(goalId: $goalId) { role }
    ofLeader: delegations(of: { leaderId: $leaderId }) { totalCount }
    ofTrainee: delegations(of: { traineeId: $traineeId }) { totalCount }
    _entities(representations: $of) { __typename }
    own: delegations { totalCount }
    signingQueue(tab: WAITING, scope: MY_TRAINEES, filter: { traineeId: $traineeId }) { totalCount }
    approvalQueue(tab: WAITING, scope: MY_TRAINEES, filter: { traineeId: $traineeId }) { totalCount } }`
  const read = (actor: Actor, { goalId, activityId, assignedPlanId, traineeId, leaderId }: Ids) =>
    graph.ask<object>(actor, READ, {
      ...{ goalId, activityId, assignedPlanId, traineeId, leaderId },
      of: [
        { __typename: 'LearningGoal', id: goalId },
        { __typename: 'LearningActivity', id: activityId },
        { __typename: 'AssignedPlan', id: assignedPlanId },
        { __typename: 'Trainee', id: traineeId },
      ],
    })

  test('F044 F093 every question is answered as of an id that nothing has', async () => {
    const unknown = Object.fromEntries(Object.keys(known).map((name) => [name, randomUUID()]))
    const nonsense = Object.fromEntries(Object.keys(known).map((name) => [name, "' OR 1=1 --"]))
    for (const [who, actor] of Object.entries(outsiders)) {
      const answer = await read(actor, known)
      expect([who, answer]).toEqual([who, await read(actor, unknown)])
      expect([who, answer]).toEqual([who, await read(actor, nonsense)])
      expect(answer).toMatchObject({ learningGoal: null, signerChoices: null, ofTrainee: { totalCount: 0 } })
    }
    expect(await read(crew.leader, known)).toMatchObject({ learningGoal: { id: known['goalId'] } })
  })

  test('F054 references to goals are those that may be seen, found with one statement', async () => {
    const query =
      'query ($of: [_Any!]!) { _entities(representations: $of) { ... on LearningGoal { id status } } }'
    const ids = [...crew.goals.map(({ id }) => id), randomUUID()]
    const of = ids.map((id) => ({ __typename: 'LearningGoal', id }))
    const found = async (actor: Actor) => {
      const { _entities: rows } = await graph.ask<{ _entities: ({ id: string } | null)[] }>(actor, query, {
        of,
      })
      return rows.map((row) => row?.id ?? null)
    }
    expect(await found(crew.leader)).toEqual([...ids.slice(0, -1), null])
    expect(await found(delegate)).toEqual([known['goalId'], null, null])
    expect(await found(crew.stranger)).toEqual([null, null, null])
    const statements = await graph.statements(() => found(crew.leader))
    expect(statements.filter((text) => text.includes('"learning_goal"'))).toHaveLength(1)
  })

  test('F044 an id in capitals is the same id, by whatever way it is asked for', async () => {
    const capitals = Object.fromEntries(
      Object.entries(known).map(([name, value]) => [name, String(value).toUpperCase()]),
    )
    expect(await read(crew.leader, capitals)).toEqual(await read(crew.leader, known))
  })

  test('F054 who was sent one goal sees that goal: not the plan around it, nor how far it has come', async () => {
    const query = `query ($goalId: ID!, $assignedPlanId: ID!) { assignedPlan(id: $assignedPlanId) { id }
      learningGoal(id: $goalId) { trainee { trainingProgress { goalsWaiting } }
        assignedPlan { goalProgress { total } activityProgress { total } goals { edges { node { id } } } } } }`
    const { goalId, assignedPlanId } = known
    expect(await graph.ask(delegate, query, { goalId, assignedPlanId })).toEqual({
      assignedPlan: null,
      learningGoal: {
        trainee: { trainingProgress: null },
        assignedPlan: {
          ...{ goalProgress: { total: 0 }, activityProgress: { total: 0 } },
          goals: { edges: [{ node: { id: goalId } }] },
        },
      },
    })
  })
})
