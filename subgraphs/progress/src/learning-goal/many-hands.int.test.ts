import { createBus, type Bus } from '@kompetanse/events'
import { goalChanged } from '@kompetanse/schema/events/progress'
import pg from 'pg'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { goalActs, type GoalAnswer } from '../testing/goals.ts'
import { startTestGraph, type TestGraph } from '../testing/graph.ts'
import { aTrainee, type Crew } from '../testing/world.ts'

let graph: TestGraph
let acts: ReturnType<typeof goalActs>
let crew: Crew
let listener: Bus
const heard: { goalId: string; command: string; version: number }[] = []

beforeAll(async () => {
  graph = await startTestGraph()
  acts = goalActs(graph)
  listener = await createBus({ url: graph.test.url, inbox: 'progress_inbox' })
  await listener.consume(goalChanged, (event) => Promise.resolve(void heard.push(event)))
})
afterAll(async () => {
  await listener.stop()
  await graph.stop()
})

const ids = () => crew.goals.map(({ id }) => id)
const sendAll = async () => {
  for (const id of ids()) await acts.sent(crew.trainee, id, crew.leader.personId)
}

describe('two at once', () => {
  beforeEach(async () => {
    crew = await aTrainee(graph).withPlan({ goals: 1 })
    await sendAll()
  })

  test('F096 of two decisions at the same time one succeeds and one is stale; one record is made', async () => {
    const goalId = ids()[0] ?? ''
    const expectedVersion = await acts.versionOf(goalId)
    const answers = await Promise.all([
      acts.act(crew.leader, 'approveGoal', { goalId, expectedVersion }),
      acts.act(crew.deputy, 'rejectGoal', { goalId, expectedVersion, comment: 'Nei' }),
    ])
    const stale = answers.filter(({ __typename }) => __typename === 'StaleVersion')
    expect(stale).toEqual([
      { __typename: 'StaleVersion', expectedVersion, currentVersion: expectedVersion + 1 },
    ])
    expect(await graph.own.database.decisionRecord.count({ where: { subjectId: goalId } })).toBe(1)
  })

  test('a change that fails half-way leaves neither state nor history, record, queue event or message', async () => {
    const goalId = ids()[0] ?? ''
    const counts = async () => {
      const { goalHistory, decisionRecord, queueEvent } = graph.own.database
      const where = { subjectId: goalId }
      return Promise.all([
        goalHistory.count({ where: { goalId } }),
        decisionRecord.count({ where }),
        queueEvent.count({ where }),
        acts.versionOf(goalId),
      ])
    }
    const before = await counts()
    const undo = await failInserts('queue_event')
    try {
      await expect(acts.act(crew.leader, 'approveGoal', { goalId })).rejects.toThrow('broken on purpose')
    } finally {
      await undo()
    }
    expect(await counts()).toEqual(before)
    await acts.act(crew.leader, 'approveGoal', { goalId })
    await expect.poll(() => commandsOf(goalId)).toEqual(['COMPLETE', 'SEND_FOR_APPROVAL', 'APPROVE'])
  })
})

const commandsOf = (goalId: string) =>
  heard.filter((event) => event.goalId === goalId).map(({ command }) => command)

/** From outside, as the superuser: the database refuses to write into this table until undone. */
async function failInserts(table: string) {
  const client = new pg.Client({ connectionString: graph.test.adminUrl })
  await client.connect()
  await client.query(`SET search_path = progress;
    CREATE FUNCTION broken() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE 'broken on purpose'; END $$;
    CREATE TRIGGER broken BEFORE INSERT ON ${table} FOR EACH ROW EXECUTE FUNCTION broken()`)
  return async () => {
    await client.query('DROP FUNCTION broken() CASCADE')
    await client.end()
  }
}

describe('B01 many at once', () => {
  interface Bulk {
    __typename: string
    code?: string
    limit?: number
    succeeded: number
    counts: object
    rows: { id: string; outcome: GoalAnswer }[]
  }
  const MANY = (field: string, name: string) => `mutation ($input: ${name}sInput!) { ${field}(input: $input) {
    __typename ... on BulkRefused { code limit }
    ... on ${name}sSuccess { succeeded counts { waiting rejected approved } rows { id outcome {
      __typename ... on ${name}Success { goal { id status version } } ... on LearningGoalRefused { code }
      ... on StaleVersion { expectedVersion currentVersion } ... on NotFound { id } } } } } }`
  const approve = async (rows: object[], actor = crew.leader) =>
    (await graph.ask<{ approveGoals: Bulk }>(actor, MANY('approveGoals', 'ApproveGoal'), { input: { rows } }))
      .approveGoals
  const reject = async (rows: object[], comment: string) =>
    (
      await graph.ask<{ rejectGoals: Bulk }>(crew.leader, MANY('rejectGoals', 'RejectGoal'), {
        input: { rows, comment },
      })
    ).rejectGoals

  test('50 rows make 50 records; a row that is refused takes none along', async () => {
    crew = await aTrainee(graph).withPlan({ goals: 52 })
    await sendAll()
    const rows = ids().map((id) => ({ id, expectedVersion: 3 }))
    await acts.act(crew.trainee, 'recallGoal', { goalId: ids()[10] ?? '' })
    await acts.act(crew.leader, 'approveGoal', { goalId: ids()[20] ?? '' })
    const answer = await approve(rows)
    expect(answer.succeeded).toBe(50)
    expect(answer.counts).toEqual({ waiting: 0, rejected: 0, approved: 51 })
    expect(answer.rows.map(({ id }) => id)).toEqual(ids())
    expect(answer.rows[10]?.outcome).toEqual({
      __typename: 'StaleVersion',
      expectedVersion: 3,
      currentVersion: 4,
    })
    expect(answer.rows[0]?.outcome).toMatchObject({ __typename: 'ApproveGoalSuccess', goal: { version: 4 } })
    const records = await graph.own.database.decisionRecord.findMany({ where: { subjectId: { in: ids() } } })
    expect(records).toHaveLength(51)
    expect(new Set(records.map(({ digest }) => digest))).toHaveLength(51)
  })

  test('F116 one comment for all is required for rejecting, and stands with each', async () => {
    crew = await aTrainee(graph).withPlan({ goals: 3 })
    await sendAll()
    const rows = ids().map((id) => ({ id, expectedVersion: 3 }))
    const without = await reject(rows, ' ')
    expect(without.rows.map(({ outcome }) => outcome.code)).toEqual(Array(3).fill('COMMENT_REQUIRED'))
    const done = await reject(rows, 'Legg ved kursbevis')
    expect(done).toMatchObject({ succeeded: 3, counts: { waiting: 0, rejected: 3, approved: 0 } })
    const goals = await graph.own.database.learningGoal.findMany({ where: { id: { in: ids() } } })
    expect(goals.map(({ decisionComment }) => decisionComment)).toEqual(Array(3).fill('Legg ved kursbevis'))
  })

  test('what cannot be taken as one call is refused as one', async () => {
    crew = await aTrainee(graph).withPlan({ goals: 1 })
    const row = { id: ids()[0] ?? '', expectedVersion: 1 }
    const many = Array.from({ length: 101 }, (_, at) => ({ ...row, id: `${row.id.slice(0, -3)}${100 + at}` }))
    const refused = (code: string) => ({ __typename: 'BulkRefused', code, limit: 100 })
    expect(await approve([])).toEqual(refused('ROWS_EMPTY'))
    expect(await approve([row, row])).toEqual(refused('ROW_DUPLICATED'))
    expect(await approve(many)).toEqual(refused('TOO_MANY_ROWS'))
    expect(await approve([row], crew.stranger)).toMatchObject({
      succeeded: 0,
      rows: [{ id: row.id, outcome: { __typename: 'NotFound', id: row.id } }],
    })
  })
})
