import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { goalActs } from '../testing/goals.ts'
import { NOON, startTestGraph, type TestGraph } from '../testing/graph.ts'
import { aTrainee, type Crew } from '../testing/world.ts'

let graph: TestGraph
let crew: Crew
beforeAll(async () => void (graph = await startTestGraph()))
afterAll(() => graph.stop())
beforeEach(async () => {
  crew = await aTrainee(graph).withPlan({ goals: 4 })
})

const FORECAST = `query ($id: ID!) { assignedPlan(id: $id) {
  forecast { basis startsOn approvedSince remaining doneOn curve { on approved } } } }`

type Actor = Crew['leader']
interface Answer {
  assignedPlan: { forecast: Record<string, unknown> | null } | null
}

const forecastFor = async (actor: Actor, now: Date) =>
  (await graph.ask<Answer>(actor, FORECAST, { id: crew.assignedPlanId }, now)).assignedPlan?.forecast

const approve = async (at: number, now: Date) => {
  const goalId = crew.goals[at]?.id ?? ''
  await goalActs(graph).sent(crew.trainee, goalId, crew.leader.personId, now)
  expect(await goalActs(graph).act(crew.leader, 'approveGoal', { goalId }, now)).toMatchObject({
    __typename: 'ApproveGoalSuccess',
  })
}

/** Half past midnight in Oslo, while it is still the day before by UTC. */
const NIGHT = new Date('2026-10-14T22:30:00Z')
/** The hundredth day of a plan that was assigned on 15 September. */
const LATER = new Date('2026-12-23T11:00:00Z')

test('F020 F038 F060 trainee, leader and mentor read the same day from the goals that were approved', async () => {
  await approve(0, NIGHT)
  await approve(1, NIGHT)
  const expected = {
    ...{ basis: 'PACE', startsOn: '2026-09-15', approvedSince: 2, remaining: 2 },
    // 100 days for two, and two remain.
    doneOn: '2027-04-02',
    curve: [
      { on: '2026-09-15', approved: 0 },
      { on: '2026-10-15', approved: 2 },
      { on: '2026-11-15', approved: 2 },
      { on: '2026-12-15', approved: 2 },
      { on: '2026-12-23', approved: 2 },
    ],
  }
  for (const actor of [crew.trainee, crew.leader, crew.mentor])
    expect(await forecastFor(actor, LATER)).toEqual(expected)
})

test('F038 a revoked approval is not counted', async () => {
  await approve(0, NIGHT)
  const goalId = crew.goals[0]?.id ?? ''
  await goalActs(graph).act(crew.leader, 'revokeGoalApproval', { goalId, comment: 'Feil mål' }, NIGHT)
  expect(await forecastFor(crew.leader, LATER)).toMatchObject({ basis: 'NONE_APPROVED', remaining: 4 })
})

test('F038 a plan of today says nothing yet', async () => {
  expect(await forecastFor(crew.trainee, NOON)).toEqual({
    ...{ basis: 'TOO_EARLY', startsOn: '2026-09-15', approvedSince: 0, remaining: 4, doneOn: null },
    curve: [{ on: '2026-09-15', approved: 0 }],
  })
})

test('F020 who may not see the trainee sees no pace, though a goal leads to the plan', async () => {
  const through = `query ($id: ID!) { learningGoal(id: $id) { assignedPlan { forecast { basis } } } }`
  const goalId = crew.goals[0]?.id ?? ''
  const ask = (actor: Actor) =>
    graph.ask<{ learningGoal: Answer | null }>(actor, through, { id: goalId }, LATER)
  expect(await ask(crew.leader)).toEqual({
    learningGoal: { assignedPlan: { forecast: { basis: 'NONE_APPROVED' } } },
  })
  expect(await ask(crew.stranger)).toEqual({ learningGoal: null })
})

test('F044 goals are found by their code or by words in any order', async () => {
  const search = async (text: string) => {
    const query = `query ($id: ID!, $search: String!) { assignedPlan(id: $id) {
      goals(filter: { search: $search }) { edges { node { definition { code } } } } } }`
    const { assignedPlan } = await graph.ask<{
      assignedPlan: { goals: { edges: { node: { definition: { code: string } } }[] } }
    }>(crew.trainee, query, { id: crew.assignedPlanId, search: text })
    return assignedPlan.goals.edges.map(({ node }) => node.definition.code)
  }
  expect(await search('alm-002')).toEqual(['ALM-002'])
  expect(await search('tilstand 3 utrede')).toEqual(['ALM-003'])
  expect(await search('tilstand ukjent')).toEqual([])
})
