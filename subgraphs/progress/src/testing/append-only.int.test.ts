import { createPool } from '@kompetanse/database'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { deletePlan, snapshotOf } from '../assigned-plan/persistence/delete-plan.ts'
import { activityActs } from './activities.ts'
import { goalActs } from './goals.ts'
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
  await goalActs(graph).sent(crew.trainee, crew.goals[0]?.id ?? '', crew.leader.personId)
  await acts.sent(crew.trainee, activityId, crew.supervisor.personId)
  await acts.act(crew.supervisor, 'signActivity', { activityId })
  return crew
}

const deletionOf = (crew: Crew) => ({
  ...{ assignedPlanId: crew.assignedPlanId, traineeId: crew.trainee.personId },
  ...{ planTemplateId: crew.planTemplateId, at: NOON, byId: crew.leader.personId },
  ...{ command: 'DELETE_BEGUN' as const, reason: 'Feil person', content: {} },
})

const deleted = (crew: Crew) =>
  graph.own.database.$transaction(async (tx) => {
    const content = await snapshotOf(tx, crew.assignedPlanId)
    await tx.planHistory.create({ data: { ...deletionOf(crew), content } })
    await deletePlan(tx, crew.assignedPlanId)
  })

const WRITTEN_ONCE = ['plan_history', 'decision_record', 'goal_history', 'activity_history']
// Support's deletion of a begun plan takes it along; a trigger stands in the way of any other.
const GOES_WITH_ITS_PLAN = ['goal_history', 'activity_history']

describe('what is written once', () => {
  test.each(WRITTEN_ONCE)('%s is neither changed nor emptied by the role that serves', async (table) => {
    const { pool } = graph.own
    await begun()
    await deleted(await begun())
    const denied = `permission denied for table ${table}`
    for (const column of ['at', 'id'])
      await expect(pool.query(`UPDATE ${table} SET ${column} = ${column}`)).rejects.toThrow(denied)
    await expect(pool.query(`TRUNCATE ${table}`)).rejects.toThrow(denied)
    await expect(pool.query(`DELETE FROM ${table}`)).rejects.toThrow(
      GOES_WITH_ITS_PLAN.includes(table) ? 'append only' : denied,
    )
  })

  test.each(WRITTEN_ONCE)('%s keeps its guards: the role that serves does not own it', async (table) => {
    const { pool } = graph.own
    const owners = `must be owner of table ${table}`
    await expect(pool.query(`ALTER TABLE ${table} DISABLE TRIGGER append_only`)).rejects.toThrow(owners)
    await expect(pool.query(`ALTER TABLE ${table} DISABLE TRIGGER ALL`)).rejects.toThrow(owners)
    await expect(pool.query(`DROP TRIGGER append_only ON ${table}`)).rejects.toThrow(
      `must be owner of relation ${table}`,
    )
    await expect(pool.query('SET session_replication_role = replica')).rejects.toThrow('permission denied')
    await expect(pool.query('DROP FUNCTION refuse_change() CASCADE')).rejects.toThrow('must be owner')
  })

  test.each(WRITTEN_ONCE)('%s is neither changed nor emptied by its owner either', async (table) => {
    await begun()
    await deleted(await begun())
    const owner = createPool({ url: graph.test.migrationUrl, schema: 'progress', max: 1 })
    for (const change of [`UPDATE ${table} SET at = at`, `DELETE FROM ${table}`, `TRUNCATE ${table}`])
      await expect(owner.query(change)).rejects.toThrow('append only')
    await owner.end()
  })

  test('F108 the deletion of one begun plan lets no other plan’s history go', async () => {
    const [one, other] = [await begun(), await begun()]
    const historyOf = (crew: Crew) => ({ activity: { assignedPlanId: crew.assignedPlanId } })
    const { database } = graph.own
    const deleting = database.$transaction(async (tx) => {
      await tx.planHistory.create({ data: deletionOf(one) })
      await tx.activityHistory.deleteMany({ where: historyOf(other) })
    })
    await expect(deleting).rejects.toThrow('append only')
    expect(await database.activityHistory.count({ where: historyOf(other) })).toBeGreaterThan(0)
  })
})
