import { afterAll, beforeAll, expect, test } from 'vitest'
import { goalActs } from '../testing/goals.ts'
import { NOON, startTestGraph, type TestGraph } from '../testing/graph.ts'
import { aTrainee } from '../testing/world.ts'

let graph: TestGraph
beforeAll(async () => void (graph = await startTestGraph()))
afterAll(() => graph.stop())

const GOAL_PAGE = `query ($id: ID!) { learningGoal(id: $id) {
  id status version availableCommands trainee { id displayName position } definition { id code wording level }
  completion { completedOn comment } approvalRequest { approver { id displayName } role sentAt waitingDays }
  decision { outcome decidedBy { id displayName } source decidedAt comment digest }
  approvalBasis { contentDigest guideline activityProgress { done total percent } recommendations { by { id displayName } recommended givenAt } }
  activities(first: 100) { totalCount edges { node { id status version availableCommands performedOn
    definition { id title kind origin } signature { by { id displayName } signedAt comment }
    fulfilment { by { id displayName } at } attachments { edges { node { id fileName scan downloadUrl } } } } } }
  attachments { edges { node { id fileName byteSize scan downloadUrl } } }
  comments { edges { node { id by { id displayName } at text } } }
  history { edges { node { id at command status by { id displayName } comment } } } } }`

const QUEUE = `query { approvalQueue(tab: WAITING, first: 100) { totalCount counts { waiting rejected approved } eventCursor
  edges { node { id status version availableCommands trainee { id displayName } definition { id code wording }
    completion { completedOn comment } approvalRequest { approver { id displayName } role sentAt waitingDays }
    approvalBasis { contentDigest guideline activityProgress { done total percent } recommendations { by { id displayName } recommended givenAt } } } } } }`

const count = async (work: () => Promise<unknown>) => (await graph.statements(work)).length

test('F037 F072 the goal page counts its activities, and takes as many statements for 100 activities as for one', async () => {
  const counts: number[] = []
  for (const amount of [1, 10, 100]) {
    const { leader, goals } = await aTrainee(graph).withPlan({
      activities: Array.from({ length: amount }, () => 'SIGNED' as const),
    })
    const page = () => graph.ask(leader, GOAL_PAGE, { id: goals[0]?.id })
    expect(await page()).toMatchObject({ learningGoal: { activities: { totalCount: amount } } })
    counts.push(await count(page))
  }
  expect(new Set(counts), String(counts)).toHaveLength(1)
  expect(counts[0]).toBeLessThanOrEqual(40)
})

test('F114 the approval queue takes as many statements for 100 goals as for one', async () => {
  const counts: number[] = []
  for (const amount of [1, 10, 100]) {
    const crew = await aTrainee(graph).withPlan({ goals: amount })
    // Two hundred commands would take longer than what is measured here.
    await graph.own.database.learningGoal.updateMany({
      where: { assignedPlanId: crew.assignedPlanId },
      data: {
        ...{ status: 'WAITING', completedOn: NOON, sentAt: NOON },
        ...{ approverId: crew.leader.personId, approverRole: 'LEADER' },
      },
    })
    counts.push(await count(() => graph.ask(crew.leader, QUEUE)))
  }
  expect(new Set(counts), String(counts)).toHaveLength(1)
  expect(counts[0]).toBeLessThanOrEqual(30)
})

test('B01 approving 10 goals takes as many statements as approving one', async () => {
  const { sent } = goalActs(graph)
  const counts: number[] = []
  for (const amount of [1, 10]) {
    const crew = await aTrainee(graph).withPlan({ goals: amount })
    for (const { id } of crew.goals) await sent(crew.trainee, id, crew.leader.personId)
    const rows = crew.goals.map(({ id }) => ({ id, expectedVersion: 3 }))
    const document = `mutation ($input: ApproveGoalsInput!) { approveGoals(input: $input) {
      ... on ApproveGoalsSuccess { succeeded } } }`
    counts.push(await count(() => graph.ask(crew.leader, document, { input: { rows } })))
  }
  expect(counts[1]).toBe(counts[0])
})
