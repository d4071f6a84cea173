import { afterAll, beforeAll, expect, test } from 'vitest'
import { goalActs } from './goals.ts'
import { startTestGraph, type TestGraph } from './graph.ts'
import { aTrainee } from './world.ts'

let graph: TestGraph
beforeAll(async () => void (graph = await startTestGraph()))
afterAll(() => graph.stop())

const count = async (work: () => Promise<unknown>) => (await graph.statements(work)).length

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
