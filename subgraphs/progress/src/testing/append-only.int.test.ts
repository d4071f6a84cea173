import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { activityActs } from './activities.ts'
import { NOON, startTestGraph, type TestGraph } from './graph.ts'
import { aTrainee, type Crew } from './world.ts'

let graph: TestGraph
let acts: ReturnType<typeof activityActs>

beforeAll(async () => {
  graph = await startTestGraph()
  acts = activityActs(graph)
})
afterAll(() => graph.stop())

const begun = async (): Promise<Crew> => {
  const crew = await aTrainee(graph).withPlan()
  const activityId = crew.goals[0]?.activityIds[0] ?? ''
  await acts.sent(crew.trainee, activityId, crew.supervisor.personId)
  await acts.act(crew.supervisor, 'signActivity', { activityId })
  return crew
}

describe('what is written once', () => {
  test.each(['plan_history', 'decision_record', 'goal_history', 'activity_history'])(
    '%s is not emptied by the subgraph’s own role',
    async (table) => {
      await expect(graph.own.pool.query(`TRUNCATE ${table}`)).rejects.toThrow('append only')
    },
  )

  test('F108 the deletion of one begun plan lets no other plan’s history go', async () => {
    const [one, other] = [await begun(), await begun()]
    const historyOf = (crew: Crew) => ({ activity: { assignedPlanId: crew.assignedPlanId } })
    const entry = {
      ...{ assignedPlanId: one.assignedPlanId, traineeId: one.trainee.personId },
      ...{ planTemplateId: one.planTemplateId, at: NOON, byId: one.leader.personId },
      ...{ command: 'DELETE_BEGUN' as const, reason: 'Feil person', content: {} },
    }
    const { database } = graph.own
    const deleting = database.$transaction(async (tx) => {
      await tx.planHistory.create({ data: entry })
      await tx.activityHistory.deleteMany({ where: historyOf(other) })
    })
    await expect(deleting).rejects.toThrow('append only')
    expect(await database.activityHistory.count({ where: historyOf(other) })).toBeGreaterThan(0)
  })
})
