import { NO_ID } from '@kompetanse/graph'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { activityActs } from '../testing/activities.ts'
import { startTestGraph, type TestGraph } from '../testing/graph.ts'
import { aTrainee, type Crew } from '../testing/world.ts'

let graph: TestGraph
let acts: ReturnType<typeof activityActs>

beforeAll(async () => {
  graph = await startTestGraph()
  acts = activityActs(graph)
})
afterAll(() => graph.stop())

const idsOf = (crew: Crew) => crew.goals.flatMap(({ activityIds }) => activityIds)

/** All of a trainee's activities, waiting at the supervisor's desk, with their versions. */
async function waiting(count: number) {
  const crew = await aTrainee(graph).withPlan({ goals: count })
  const { activityCommands } = await import('./use-cases/commands.ts')
  const { NOON } = await import('../testing/graph.ts')
  const context = { actor: crew.trainee, now: NOON }
  const register = { name: 'REGISTER', performedOn: '2026-09-01', comment: 'Gjennomført' } as const
  const send = { name: 'SEND_FOR_SIGNING', signerId: crew.supervisor.personId, comment: null } as const
  const ids = idsOf(crew)
  await activityCommands.performAll(
    ids.map((id) => ({ id, expectedVersion: 1, command: register })),
    context,
  )
  await activityCommands.performAll(
    ids.map((id) => ({ id, expectedVersion: 2, command: send })),
    context,
  )
  return { crew, rows: ids.map((id) => ({ id, expectedVersion: 3 })) }
}

describe('B01 bulk signing', () => {
  test('50 rows, one stale, one of somebody else’s: each answers for itself, none is lost', async () => {
    const { crew, rows } = await waiting(50)
    const other = await waiting(1)
    const [first, second, ...rest] = rows as [(typeof rows)[0], (typeof rows)[0], ...typeof rows]
    await acts.act(crew.trainee, 'recallActivity', { activityId: first.id })
    await acts.act(crew.trainee, 'recallActivity', { activityId: second.id })
    const sent = [first, { ...second, expectedVersion: 4 }, ...other.rows, ...rest]
    const answer = await acts.bulk(crew.supervisor, 'signActivities', sent)
    expect(answer).toMatchObject({
      __typename: 'SignActivitiesSuccess',
      succeeded: 48,
      counts: { waiting: 0, rejected: 0, signed: 48 },
    })
    expect(answer.rows?.map(({ id }) => id)).toEqual(sent.map(({ id }) => id))
    expect(answer.rows?.[0]?.outcome).toEqual({
      __typename: 'StaleVersion',
      expectedVersion: 3,
      currentVersion: 4,
    })
    // A recalled request has no signer any more; the supervisor sees the activity, and may not sign it.
    expect(answer.rows?.[1]?.outcome).toMatchObject({
      code: 'NOT_IN_THIS_STATE',
      activity: { status: 'REGISTERED' },
    })
    expect(answer.rows?.[2]?.outcome).toEqual({ __typename: 'NotFound', id: other.rows[0]?.id })
    expect(answer.rows?.[3]?.outcome).toMatchObject({
      __typename: 'SignActivitySuccess',
      activity: { status: 'SIGNED' },
    })
    const records = await graph.own.database.decisionRecord.findMany({
      where: { byId: crew.supervisor.personId },
    })
    expect(new Set(records.map(({ subjectId }) => subjectId)).size).toBe(48)
    expect(new Set(records.map(({ digest }) => digest)).size).toBe(48)
  })

  test('F111 rejecting many needs a comment, which all of them get', async () => {
    const { crew, rows } = await waiting(3)
    const silent = await acts.bulk(crew.supervisor, 'rejectActivities', rows, ' ')
    expect(silent).toMatchObject({ succeeded: 0, counts: { waiting: 3 } })
    expect(silent.rows?.[0]?.outcome).toMatchObject({ code: 'COMMENT_REQUIRED' })
    const said = await acts.bulk(crew.supervisor, 'rejectActivities', rows, 'Mangler dato')
    expect(said).toMatchObject({ succeeded: 3, counts: { waiting: 0, rejected: 3 } })
    const rejected = await graph.own.database.learningActivity.findMany({
      where: { rejectionComment: 'Mangler dato' },
    })
    expect(rejected).toHaveLength(3)
  })

  test('a call without rows, with too many or with one twice is refused as a whole', async () => {
    const { crew, rows } = await waiting(1)
    const many = Array.from({ length: 101 }, (_, at) => ({ id: `row-${at}`, expectedVersion: 1 }))
    const refused = (code: string) => ({ __typename: 'BulkRefused', code, limit: 100 })
    expect(await acts.bulk(crew.supervisor, 'signActivities', [])).toEqual(refused('ROWS_EMPTY'))
    expect(await acts.bulk(crew.supervisor, 'signActivities', many)).toEqual(refused('TOO_MANY_ROWS'))
    expect(await acts.bulk(crew.supervisor, 'signActivities', [...rows, ...rows])).toEqual(
      refused('ROW_DUPLICATED'),
    )
  })

  test('what cannot be an id is not found in its row, and is no other row sent twice', async () => {
    for (const mutation of ['signActivities', 'rejectActivities'] as const) {
      const { crew, rows } = await waiting(1)
      const sent = [...rows, ...['abc', 'def', 'abc'].map((id) => ({ id, expectedVersion: 3 }))]
      const answer = await acts.bulk(crew.supervisor, mutation, sent, 'Sett')
      expect(answer).toMatchObject({ succeeded: 1 })
      expect(answer.rows?.map(({ id }) => id)).toEqual([rows[0]?.id, NO_ID, NO_ID, NO_ID])
      const [own, ...others] = answer.rows ?? []
      expect(own?.outcome.__typename).toMatch(/^(Sign|Reject)ActivitySuccess$/)
      const none = { __typename: 'NotFound', id: NO_ID }
      expect(others.map(({ outcome }) => outcome)).toEqual([none, none, none])
    }
  })
})

describe('statements do not grow with rows', () => {
  test('signing 1, 10 and 100 at once', async () => {
    const counts: number[] = []
    for (const count of [1, 10, 100]) {
      const { crew, rows } = await waiting(count)
      const work = () => acts.bulk(crew.supervisor, 'signActivities', rows)
      counts.push((await graph.statements(work)).length)
    }
    expect(new Set(counts).size, counts.join()).toBe(1)
  })

  test('the page of the signing queue with 1, 10 and 100 rows', async () => {
    const query = `{ signingQueue(tab: WAITING, first: 100) { totalCount counts { waiting rejected signed } eventCursor
      pageInfo { hasNextPage endCursor } edges { node {
        id status version availableCommands performedOn comment
        trainee { id displayName position unit { id name } } definition { id title kind }
        goals { id definition { id code } }
        signingRequest { sentAt waitingDays rejection { by { id displayName } comment } }
        signature { by { id displayName } at } } } } }`
    const counts: number[] = []
    for (const count of [1, 10, 100]) {
      const { crew } = await waiting(count)
      const work = async () => {
        const data = await graph.ask<{ signingQueue: { edges: unknown[] } }>(crew.supervisor, query)
        expect(data.signingQueue.edges).toHaveLength(count)
      }
      counts.push((await graph.statements(work)).length)
    }
    expect(new Set(counts).size, counts.join()).toBe(1)
  })
})
