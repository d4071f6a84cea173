import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { NO_ID } from '@kompetanse/graph'
import { aPerson, commandOf } from '@kompetanse/graph/testing'
import { activityActs } from '../testing/activities.ts'
import { NOON, startTestGraph, type TestGraph } from '../testing/graph.ts'
import { aTrainee, relate, somebody, type Crew } from '../testing/world.ts'

let graph: TestGraph
let acts: ReturnType<typeof activityActs>
let crew: Crew

beforeAll(async () => {
  graph = await startTestGraph()
  acts = activityActs(graph)
})
afterAll(() => graph.stop())
beforeEach(async () => {
  crew = await aTrainee(graph).withPlan({ goals: 2 })
})

type Actor = Crew['leader']
const support = () =>
  aPerson(crew.stranger.personId, { grants: [{ role: 'SUPPORT', regionCode: null, enterpriseId: null }] })

const assign = async (actor: Actor, traineeIds: string[], planTemplateIds: string[], now = NOON) => {
  const document = `mutation ($input: AssignPlansInput!) { assignPlans(input: $input) { __typename
    ... on AssignedPlanRefused { code }
    ... on AssignPlansSuccess { rows { traineeId planTemplateId outcome { __typename
      ... on AssignedPlanRefused { code } ... on NotFound { id }
      ... on AssignPlanSuccess { plan { id status begun planVersion { id } goals { totalCount } activities { totalCount } availableCommands } } } } } } }`
  const data = await graph.ask<{
    assignPlans: { code?: string; rows?: { outcome: Record<string, unknown> }[] }
  }>(actor, document, { input: { traineeIds, planTemplateIds } }, now)
  return data.assignPlans
}

const change = async (actor: Actor, mutation: string, more: object = {}) => {
  const success = mutation.startsWith('delete')
    ? 'assignedPlanId'
    : 'plan { status archiveReason version availableCommands }'
  const others = `... on AssignedPlanRefused { code } ... on NotFound { id }
    ... on StaleVersion { expectedVersion currentVersion }`
  const plan = await graph.own.database.assignedPlan.findUniqueOrThrow({ where: { id: crew.assignedPlanId } })
  const input = { assignedPlanId: plan.id, expectedVersion: plan.version, ...more }
  const document = commandOf(mutation, success, others)
  return (await graph.ask<{ answer: unknown }>(actor, document, { input })).answer
}

const activity = () => crew.goals[0]?.activityIds[0] ?? ''
const begin = () => acts.sent(crew.trainee, activity(), crew.supervisor.personId)

describe('F013 F066 F101 assigning', () => {
  test('a plan comes with its goals and activities; the same again is refused, what is unknown not found', async () => {
    const other = await somebody('Bo Strand', true)
    await relate('LEADER', other.personId, crew.leader.personId)
    const stranger = await somebody('Cato Vang', true)
    const ids = [other.personId, crew.trainee.personId, stranger.personId]
    const { rows } = await assign(crew.leader, ids, [crew.planTemplateId])
    expect(rows?.map(({ outcome }) => outcome)).toEqual([
      {
        __typename: 'AssignPlanSuccess',
        plan: {
          id: expect.any(String) as string,
          status: 'ACTIVE',
          begun: false,
          planVersion: { id: crew.planVersionId },
          goals: { totalCount: 2 },
          activities: { totalCount: 2 },
          availableCommands: ['DELETE'],
        },
      },
      { __typename: 'AssignedPlanRefused', code: 'ALREADY_ASSIGNED' },
      { __typename: 'NotFound', id: stranger.personId },
    ])
  })

  test('F101 what cannot be an id is not found in each of its pairs', async () => {
    const { personId } = crew.trainee
    const ids = [personId, 'abc', personId, 'def']
    const { rows } = await assign(crew.leader, ids, [crew.planTemplateId, 'x', 'y', crew.planTemplateId])
    const none = { __typename: 'NotFound', id: NO_ID }
    const own = { __typename: 'AssignedPlanRefused', code: 'ALREADY_ASSIGNED' }
    expect(rows?.map(({ outcome }) => outcome)).toEqual([own, ...Array.from({ length: 8 }, () => none)])
    expect(await assign(crew.leader, ['abc', 'def'], Array(101).fill('x') as string[])).toMatchObject({
      code: 'TOO_MANY_ROWS',
    })
  })

  test('F066 F012 the leader and the deputy assign, a mentor does not; a whole call may be refused', async () => {
    const other = await aTrainee(graph).withPlan()
    const to = (actor: Actor) => assign(actor, [crew.trainee.personId], [other.planTemplateId])
    expect((await to(crew.mentor)).rows?.[0]?.outcome).toEqual({
      __typename: 'AssignedPlanRefused',
      code: 'NOT_PERMITTED',
    })
    expect((await to(crew.deputy)).rows?.[0]?.outcome).toMatchObject({ __typename: 'AssignPlanSuccess' })
    const { planHistory } = graph.own.database
    const entry = await planHistory.findFirst({ where: { command: 'ASSIGN', byId: crew.deputy.personId } })
    expect(entry?.onBehalfOfId).toBe(crew.leader.personId)
    expect(await assign(crew.leader, [], [crew.planTemplateId])).toMatchObject({ code: 'ROWS_EMPTY' })
    const many = Array.from({ length: 201 }, () => crypto.randomUUID())
    expect(await assign(crew.leader, many, [crew.planTemplateId])).toMatchObject({ code: 'TOO_MANY_ROWS' })
  })

  test('B05 a new plan is of the version in force; who began on the old one keeps it', async () => {
    const { onPlanVersion } = await import('../curriculum/persistence/consume.ts')
    const planVersionId = '0199aaaa-0000-7000-8000-000000000001'
    await onPlanVersion({
      ...{
        planVersionId,
        templateId: crew.planTemplateId,
        templateCode: 'ALM',
        title: 'Allmennmedisin (ALM)',
      },
      ...{ label: 'Ny', status: 'PUBLISHED', validFrom: '2026-09-10', validTo: null, transitionUntil: null },
      ...{ goals: [], activities: [], version: 1 },
    })
    const other = await somebody('Bo Strand', true)
    await relate('LEADER', other.personId, crew.leader.personId)
    const { rows } = await assign(crew.leader, [other.personId], [crew.planTemplateId])
    expect(rows?.[0]?.outcome).toMatchObject({ plan: { planVersion: { id: planVersionId } } })
    const kept = await graph.own.database.assignedPlan.findUniqueOrThrow({
      where: { id: crew.assignedPlanId },
    })
    expect(kept.planVersionId).toBe(crew.planVersionId)
  })
})

describe('deleting and archiving', () => {
  test('F067 F106 what is not begun is deleted by its leader', async () => {
    expect(await change(crew.mentor, 'deleteAssignedPlan')).toEqual({
      __typename: 'AssignedPlanRefused',
      code: 'NOT_PERMITTED',
    })
    expect(await change(crew.leader, 'archiveAssignedPlan')).toMatchObject({ code: 'PLAN_NOT_BEGUN' })
    expect(await change(crew.leader, 'deleteAssignedPlan', { expectedVersion: 7 })).toEqual({
      __typename: 'StaleVersion',
      expectedVersion: 7,
      currentVersion: 1,
    })
    expect(await change(crew.leader, 'deleteAssignedPlan')).toEqual({
      __typename: 'DeleteAssignedPlanSuccess',
      assignedPlanId: crew.assignedPlanId,
    })
    expect(
      await graph.own.database.learningGoal.count({ where: { assignedPlanId: crew.assignedPlanId } }),
    ).toBe(0)
  })

  test('F107 F068 what is begun is archived and restored; an archived plan leaves the queues and stands still', async () => {
    await begin()
    expect(await change(crew.leader, 'deleteAssignedPlan')).toMatchObject({ code: 'PLAN_BEGUN' })
    expect(await change(crew.deputy, 'archiveAssignedPlan')).toEqual({
      __typename: 'ArchiveAssignedPlanSuccess',
      plan: { status: 'ARCHIVED', archiveReason: 'BY_LEADER', version: 2, availableCommands: ['RESTORE'] },
    })
    expect(await acts.act(crew.supervisor, 'signActivity', { activityId: activity() })).toMatchObject({
      code: 'PLAN_ARCHIVED',
    })
    const count = async () => {
      const query = '{ signingQueue(tab: WAITING) { counts { waiting } } }'
      return (await graph.ask<{ signingQueue: { counts: unknown } }>(crew.supervisor, query)).signingQueue
        .counts
    }
    expect(await count()).toEqual({ waiting: 0 })
    expect(await change(crew.leader, 'restoreAssignedPlan')).toMatchObject({
      plan: { status: 'ACTIVE', archiveReason: null },
    })
    expect(await count()).toEqual({ waiting: 1 })
    const changes = await graph.own.database.queueEvent.findMany({
      where: { subjectId: activity() },
      orderBy: { id: 'asc' },
      select: { beforeTab: true, afterTab: true },
    })
    expect(changes).toEqual([
      { beforeTab: null, afterTab: 'WAITING' },
      { beforeTab: 'WAITING', afterTab: null },
      { beforeTab: null, afterTab: 'WAITING' },
    ])
  })

  test('F108 support deletes what is begun and says why; history goes, its copy and the records stay', async () => {
    await begin()
    await acts.act(crew.supervisor, 'signActivity', { activityId: activity() })
    expect(await change(crew.leader, 'deleteBegunPlan', { reason: 'Feil plan' })).toMatchObject({
      code: 'NOT_PERMITTED',
    })
    expect(await change(support(), 'deleteBegunPlan', { reason: ' ' })).toMatchObject({
      code: 'REASON_REQUIRED',
    })
    expect(await change(support(), 'deleteBegunPlan', { reason: 'Feil plan' })).toMatchObject({
      __typename: 'DeleteBegunPlanSuccess',
    })
    const { planHistory, decisionRecord, activityHistory } = graph.own.database
    const log = await planHistory.findFirstOrThrow({
      where: { assignedPlanId: crew.assignedPlanId, command: 'DELETE_BEGUN' },
    })
    expect(log).toMatchObject({ byId: crew.stranger.personId, reason: 'Feil plan' })
    expect(JSON.stringify(log.content)).toContain('SIGN')
    expect(await activityHistory.count({ where: { activityId: activity() } })).toBe(0)
    expect(await decisionRecord.count({ where: { subjectId: activity() } })).toBe(1)
  })
})

describe('F076 F092 progress', () => {
  test('the overview is one statement, and counts as the plans do', async () => {
    await begin()
    await acts.act(crew.supervisor, 'signActivity', { activityId: activity() })
    await acts.sent(
      crew.trainee,
      crew.goals[1]?.activityIds[0] ?? '',
      crew.leader.personId,
      new Date('2026-09-10T10:00:00Z'),
    )
    const query = `query ($scope: OverviewScope!) { traineeOverview(scope: $scope, orderBy: { field: LONGEST_WAIT, direction: DESC }) {
      totalCount edges { node { trainee { id displayName position unit { name } track { code } }
        goals { done total percent } activities { done total percent } goalsWaiting activitiesWaiting longestWaitDays } } } }`
    const row = {
      trainee: {
        id: crew.trainee.personId,
        displayName: 'Ada Solheim',
        position: 'ALIS',
        unit: { name: 'Sandviken legekontor' },
        track: { code: 'ALM' },
      },
      goals: { done: 0, total: 2, percent: 0 },
      activities: { done: 1, total: 2, percent: 50 },
      goalsWaiting: 0,
      activitiesWaiting: 1,
      longestWaitDays: 5,
    }
    const seen = async (actor: Actor, scope: string) =>
      (await graph.ask<{ traineeOverview: unknown }>(actor, query, { scope })).traineeOverview
    const expected = { totalCount: 1, edges: [{ node: row }] }
    expect(await seen(crew.leader, 'LED')).toEqual(expected)
    expect(await seen(crew.mentor, 'MENTORED')).toEqual(expected)
    expect(await seen(crew.supervisor, 'SUPERVISED')).toEqual(expected)
    expect(await seen(crew.deputy, 'AS_DEPUTY')).toEqual(expected)
    expect(await seen(crew.mentor, 'LED')).toEqual({ totalCount: 0, edges: [] })
    expect(await graph.statements(() => seen(crew.leader, 'LED'))).toHaveLength(1)
  })

  test('F091 home: what waits, where it is read from, and the trainee’s own plans', async () => {
    await begin()
    await acts.act(crew.supervisor, 'rejectActivity', { activityId: activity(), comment: 'Nei' })
    const query = `{ viewer {
      trainingTasks { signing { waiting rejected signed } approval { waiting } signingCursor ownActivitiesRejected ownGoalsRejected oldestWaitDays }
      trainee { id trainingProgress { goals { total } activities { done total } activitiesWaiting }
        assignedPlans(status: [ACTIVE]) { edges { node { id goalProgress { percent } activityProgress { total } planVersion { template { title } } } } } } } }`
    expect(await graph.ask(crew.trainee, query)).toEqual({
      viewer: {
        trainingTasks: {
          signing: { waiting: 0, rejected: 0, signed: 0 },
          approval: { waiting: 0 },
          signingCursor: expect.stringMatching(/^[0-9a-f]{28}$/) as string,
          ...{ ownActivitiesRejected: 1, ownGoalsRejected: 0, oldestWaitDays: 0 },
        },
        trainee: {
          id: crew.trainee.personId,
          trainingProgress: { goals: { total: 2 }, activities: { done: 0, total: 2 }, activitiesWaiting: 0 },
          assignedPlans: {
            edges: [
              {
                node: {
                  id: crew.assignedPlanId,
                  goalProgress: { percent: 0 },
                  activityProgress: { total: 2 },
                  planVersion: { template: { title: 'Allmennmedisin (ALM)' } },
                },
              },
            ],
          },
        },
      },
    })
    expect(await graph.ask(crew.leader, '{ viewer { trainee { id } } }')).toEqual({
      viewer: { trainee: null },
    })
  })
})
