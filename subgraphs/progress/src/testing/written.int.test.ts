import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { activityActs } from './activities.ts'
import { goalActs } from './goals.ts'
import { startTestGraph, type TestGraph } from './graph.ts'
import { aTrainee, type Crew } from './world.ts'

let graph: TestGraph
let crew: Crew
let activityId: string
let goalId: string

beforeAll(async () => {
  graph = await startTestGraph()
})
afterAll(() => graph.stop())
beforeEach(async () => {
  crew = await aTrainee(graph).withPlan()
  goalId = crew.goals[0]?.id ?? ''
  activityId = crew.goals[0]?.activityIds[0] ?? ''
})

const register = (performedOn: string, comment: string | null) =>
  activityActs(graph).act(crew.trainee, 'registerLearningActivity', { activityId, performedOn, comment })
const kept = async () =>
  (await graph.own.database.learningActivity.findUniqueOrThrow({ where: { id: activityId } })).comment

describe('what nobody should send', () => {
  test.each([
    ['control characters', 'Gjort\u0000 \u0007her', 'Gjort her'],
    ['half an emoji', 'Gjort \ud83d', 'Gjort \ufffd'],
    ['10,000 characters', '𝒜'.repeat(5_000), '𝒜'.repeat(5_000)],
    ['a doctor with a skin tone', 'Takk 👩🏽‍⚕️', 'Takk 👩🏽‍⚕️'],
    ['what looks like a program', `'; DROP TABLE comment; --<script>`, `'; DROP TABLE comment; --<script>`],
  ])('F049 F051 a comment with %s is kept as text', async (_name, comment, expected) => {
    expect(await register('2026-09-01', comment)).toMatchObject({ activity: { status: 'REGISTERED' } })
    expect(await kept()).toBe(expected)
  })

  test('F051 a comment of more than 10,000 characters is refused, and nothing is changed', async () => {
    await expect(register('2026-09-01', 'å'.repeat(10_001))).rejects.toMatchObject({
      extensions: { code: 'TEXT_TOO_LONG' },
    })
    expect(await kept()).toBeNull()
  })

  test('F049 F053 today is in time, tomorrow is refused, and 30 February is no day', async () => {
    expect(await register('2026-09-16', null)).toMatchObject({ code: 'DATE_IN_FUTURE' })
    expect(await register('2026-09-15', null)).toMatchObject({ activity: { status: 'REGISTERED' } })
    const complete = (completedOn: string) =>
      goalActs(graph).act(crew.trainee, 'completeGoal', { goalId, completedOn, comment: null })
    expect(await complete('2026-09-16')).toMatchObject({ code: 'DATE_IN_FUTURE' })
    for (const day of ['2026-02-30', '2026-9-1', '+02026-01-01', '0000-01-01', '0026-09-01', 'i dag', ''])
      await expect(complete(day)).rejects.toMatchObject({ extensions: { code: 'BAD_USER_INPUT' } })
  })

  test('F049 what was done before the plan was assigned counts: plans are assigned late', async () => {
    expect(await register('2026-01-05', null)).toMatchObject({ activity: { status: 'REGISTERED' } })
  })

  test('a search with signs that the database refuses finds what the rest of it finds', async () => {
    const query = `query ($search: String!) {
      traineeOverview(filter: { search: $search, trackCodes: ["ALM"] }) { totalCount }
      signingQueue(tab: WAITING, scope: MY_TRAINEES, filter: { search: $search }) { totalCount }
      approvalQueue(tab: WAITING, scope: MY_TRAINEES, filter: { search: $search }) { totalCount } }`
    expect(await graph.ask(crew.leader, query, { search: 'Ada\u0000 Sol\ud83d' })).toMatchObject({
      traineeOverview: { totalCount: 0 },
    })
    expect(await graph.ask(crew.leader, query, { search: 'Ada\u0000 Sol' })).toMatchObject({
      traineeOverview: { totalCount: 1 },
    })
  })

  test('a code with signs that the database refuses is refused by its place', async () => {
    const query = `{ traineeOverview(filter: { trackCodes: ["ALM", "\\u0000"] }) { totalCount } }`
    await expect(graph.ask(crew.leader, query)).rejects.toMatchObject({
      extensions: { code: 'BAD_USER_INPUT', argument: 'filter.trackCodes.1' },
    })
  })

  test.each(['%', '_', '\\'])('a search for %j is a search for that sign', async (search) => {
    await activityActs(graph).sent(crew.trainee, activityId, crew.leader.personId)
    await goalActs(graph).sent(crew.trainee, goalId, crew.leader.personId)
    const query = `query ($plan: ID!, $search: String!) {
      traineeOverview(filter: { search: $search }) { totalCount }
      signingQueue(tab: WAITING, scope: MINE, filter: { search: $search }) { totalCount }
      approvalQueue(tab: WAITING, scope: MINE, filter: { search: $search }) { totalCount }
      assignedPlan(id: $plan) { goals(filter: { search: $search }) { totalCount }
        activities(filter: { search: $search }) { totalCount } } }`
    const variables = { search, plan: crew.assignedPlanId }
    expect(await graph.ask(crew.leader, query, variables)).toEqual({
      traineeOverview: { totalCount: 0 },
      signingQueue: { totalCount: 0 },
      approvalQueue: { totalCount: 0 },
      assignedPlan: { goals: { totalCount: 0 }, activities: { totalCount: 0 } },
    })
  })

  test('B01 an id in capitals is the same id: done once, and not taken for a second row', async () => {
    const done = await goalActs(graph).act(crew.trainee, 'completeGoal', {
      ...{ goalId: goalId.toUpperCase(), expectedVersion: 1 },
      ...{ completedOn: '2026-09-01', comment: null },
    })
    expect(done).toMatchObject({ goal: { id: goalId, status: 'COMPLETED' } })
    const acts = activityActs(graph)
    await acts.sent(crew.trainee, activityId, crew.supervisor.personId)
    const rows = [activityId, activityId.toUpperCase()].map((id) => ({ id, expectedVersion: 3 }))
    expect(await acts.bulk(crew.supervisor, 'signActivities', rows)).toMatchObject({ code: 'ROW_DUPLICATED' })
  })
})
