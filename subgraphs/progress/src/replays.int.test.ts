import { goalChanged } from '@kompetanse/schema/events/progress'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { replays } from './replays.ts'
import { activityActs } from './testing/activities.ts'
import { startTestGraph, type TestGraph } from './testing/graph.ts'
import { aTrainee } from './testing/world.ts'

let graph: TestGraph
beforeAll(async () => void (graph = await startTestGraph()))
afterAll(() => graph.stop())

const toldOfGoals = async () =>
  (await replays.find(({ event }) => event.name === goalChanged.name)?.read(undefined))?.messages

test('a goal of which only activities have been worked on is told again as it was, however often', async () => {
  const { trainee, goals, assignedPlanId } = await aTrainee(graph).withPlan({ goals: 2 })
  const { id: goalId, activityIds } = goals[0] ?? { id: '', activityIds: [] }
  const later = new Date('2026-09-16T10:00:00Z')
  const performed = { activityId: activityIds[0] ?? '', performedOn: '2026-09-01', comment: 'Gjennomført' }
  await activityActs(graph).act(trainee, 'registerLearningActivity', performed, later)
  const told = await toldOfGoals()
  expect(told).toMatchObject([
    {
      key: goalId,
      payload: {
        ...{ goalId, assignedPlanId, traineeId: trainee.personId, status: 'IN_PROGRESS', version: 1 },
        ...{ command: 'BASIS_CHANGED', byId: trainee.personId, onBehalfOfId: null },
        at: later.toISOString(),
      },
    },
  ])
  expect(await toldOfGoals()).toEqual(told)
})
