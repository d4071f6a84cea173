import { walkCommands } from '@kompetanse/database/testing/commands'
import { walkStatuses } from '@kompetanse/database/testing/statuses'
import { doesWait } from '@kompetanse/database/testing/waits'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { activityActs } from './activities.ts'
import { goalActs } from './goals.ts'
import { startTestGraph, type TestGraph } from './graph.ts'
import { aTrainee, type Crew } from './world.ts'

let graph: TestGraph
let crew: Crew

beforeAll(async () => {
  graph = await startTestGraph()
  crew = await aTrainee(graph).withPlan({ goals: 6 })
  await goalsInEachStatus()
  await activitiesInEachStatus()
})
afterAll(() => graph.stop())

async function goalsInEachStatus(): Promise<void> {
  const { act, sent } = goalActs(graph)
  const { trainee, leader } = crew
  const [, begun = '', completed = '', waiting = '', rejected = '', approved = ''] = crew.goals.map(
    ({ id }) => id,
  )
  for (const goalId of [begun, completed])
    await act(trainee, 'completeGoal', { goalId, completedOn: '2026-09-01' })
  await act(trainee, 'reopenGoal', { goalId: begun })
  for (const goalId of [waiting, rejected, approved]) await sent(trainee, goalId, leader.personId)
  await act(leader, 'rejectGoal', { goalId: rejected, comment: 'Ikke ennå' })
  await act(leader, 'approveGoal', { goalId: approved })
}

async function activitiesInEachStatus(): Promise<void> {
  const { act, sent } = activityActs(graph)
  const { trainee, leader, supervisor } = crew
  const [, registered = '', waiting = '', rejected = '', signed = '', fulfilled = ''] = crew.goals.map(
    ({ activityIds }) => activityIds[0],
  )
  const performed = { performedOn: '2026-09-01' }
  await act(trainee, 'registerLearningActivity', { activityId: registered, ...performed })
  for (const activityId of [waiting, rejected, signed]) await sent(trainee, activityId, supervisor.personId)
  await act(supervisor, 'rejectActivity', { activityId: rejected, comment: 'Ikke ennå' })
  await act(supervisor, 'signActivity', { activityId: signed })
  await act(leader, 'markActivityFulfilled', { activityId: fulfilled, ...performed })
}

/** What a status alone neither leads to nor away from. */
const DECIDED = { learning_activity: /SIGNED|→ REJECTED/, learning_goal: /APPROVED|→ REJECTED/ }

test('F064 F072 nothing comes to a decision, or from a signature, by the status alone', async () => {
  const walked = await walkStatuses({ adminUrl: graph.test.adminUrl, schema: 'progress' })
  expect(Object.keys(walked)).toEqual(Object.keys(DECIDED))
  for (const [table, decided] of Object.entries(DECIDED)) {
    const { missing, permitted = [] } = walked[table] ?? {}
    expect(missing, table).toEqual([])
    expect(permitted.filter((one) => decided.test(one))).toEqual([])
    // The control: what no decision is about is written all day.
    expect(permitted, table).toContain('REJECTED → NOT_STARTED')
  }
})

test('F064 F072 each command that decides has its record, whatever its entry leaves out, and none is of a time to come', async () => {
  const history = { adminUrl: graph.test.adminUrl, schema: 'progress' }
  const told = await walkCommands(history, 'now()')
  const commands = Object.entries(told).map(([table, entries]) => [
    table,
    [...new Set(entries.map((one) => one.split(' ')[0]))],
  ])
  expect(Object.fromEntries(commands)).toEqual({
    activity_history: [
      'REGISTER',
      'SEND_FOR_SIGNING',
      'RECALL',
      'MARK_FULFILLED',
      'START_E_LEARNING',
      'COMMENT',
      'ATTACH',
    ],
    goal_history: ['COMPLETE', 'REOPEN', 'SEND_FOR_APPROVAL', 'RECALL', 'COMMENT', 'ATTACH'],
    plan_history: ['ASSIGN', 'ARCHIVE', 'RESTORE', 'DELETE'],
  })
  expect(
    Object.values(told)
      .flat()
      .filter((one) => /→ (SIGNED|APPROVED|REJECTED)/.test(one)),
  ).toEqual([
    // What leaves the status as it is.
    ...['START_E_LEARNING → REJECTED', 'START_E_LEARNING → SIGNED', 'COMMENT → REJECTED', 'COMMENT → SIGNED'],
    ...['ATTACH → REJECTED', 'ATTACH → SIGNED', 'COMMENT → REJECTED', 'COMMENT → APPROVED'],
    ...['ATTACH → REJECTED', 'ATTACH → APPROVED'],
  ])
  const later = Object.values(await walkCommands(history, "now() + interval '2 minutes'")).flat()
  expect(later).toEqual([])
})

test.each(['activity', 'goal'])(
  'what hangs on it waits for who signs this %s at this moment',
  async (kind) => {
    const first = `UPDATE learning_${kind} SET version = version WHERE status = 'WAITING'`
    const link = (status: string) => `
    INSERT INTO activity_goal (activity_id, goal_id) SELECT a.id, g.id FROM learning_activity a, learning_goal g
    WHERE ${kind}.status = '${status}' AND a.status <> 'SIGNED' AND g.status <> 'APPROVED'
      AND NOT EXISTS (SELECT 1 FROM activity_goal l WHERE (l.activity_id, l.goal_id) = (a.id, g.id)) LIMIT 1`
    const two = { adminUrl: graph.test.adminUrl, schema: 'progress', first }
    const second = (status: string) => link(status).replace(`${kind}.`, `${kind[0]}.`)
    expect(await doesWait({ ...two, second: second('WAITING') })).toBe(true)
    expect(await doesWait({ ...two, second: second('NOT_STARTED') })).toBe(false)
  },
)
