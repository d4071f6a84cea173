import { setTimeout as sleep } from 'node:timers/promises'
import { createPool } from '@kompetanse/database'
import { prune, startReader, type Reader } from '@kompetanse/live'
import { queueTable, type QueueEvent } from '@kompetanse/live/queue'
import type { Actor } from '@kompetanse/schema/actor-token'
import { parse, subscribe as openStream } from 'graphql'
import pg from 'pg'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { QueueTab } from '../generated/db/client.ts'
import { activityActs } from '../testing/activities.ts'
import { NOON, startTestGraph, type TestGraph } from '../testing/graph.ts'
import { aTrainee, type Crew } from '../testing/world.ts'
import { queues, type QueueChange } from './queues.ts'

let graph: TestGraph
let acts: ReturnType<typeof activityActs>
let crew: Crew
const open: AsyncIterator<unknown>[] = []

beforeAll(async () => {
  graph = await startTestGraph()
  acts = activityActs(graph)
})
afterAll(() => graph.stop())
beforeEach(async () => {
  crew = await aTrainee(graph).withPlan({ goals: 3 })
})
afterEach(async () => {
  for (const iterator of open.splice(0)) await iterator.return?.()
})

const activity = (at: number) => crew.goals[at]?.activityIds[0] ?? ''
const send = (at: number, signer = crew.supervisor) => acts.sent(crew.trainee, activity(at), signer.personId)

async function subscribe(
  actor: Actor,
  after: string | null,
  scope: 'MINE' | 'AS_DEPUTY' | 'MY_TRAINEES' = 'MINE',
) {
  const events = await queues.subscribe({ kind: 'SIGNING', scope, after }, { actor, now: NOON })
  open.push(events)
  return {
    next: async () => (await events.next()).value as QueueEvent<QueueTab>,
    take: async (count: number) => {
      const got: QueueEvent<QueueTab>[] = []
      while (got.length < count) got.push((await events.next()).value as QueueEvent<QueueTab>)
      return got
    },
  }
}

const readQueue = async (actor: Actor) => {
  const query =
    '{ signingQueue(tab: WAITING) { totalCount eventCursor counts { waiting rejected signed } edges { node { id } } } }'
  const { signingQueue } = await graph.ask<{ signingQueue: { eventCursor: string; totalCount: number } }>(
    actor,
    query,
  )
  return signingQueue
}

describe('B02 live queues', () => {
  test('what happens after the list was read arrives in order, with what it did to the list', async () => {
    const { eventCursor } = await readQueue(crew.supervisor)
    const queue = await subscribe(crew.supervisor, eventCursor)
    await send(0)
    await acts.act(crew.supervisor, 'rejectActivity', { activityId: activity(0), comment: 'Nei' })
    await acts.act(crew.supervisor, 'signActivity', { activityId: activity(0) })
    await send(1)
    await acts.act(crew.trainee, 'recallActivity', { activityId: activity(1) })
    const got = await queue.take(5)
    expect(got.map(({ subjectId, change, tab }) => [subjectId === activity(0), change, tab])).toEqual([
      [true, 'ENTERED', 'WAITING'],
      [true, 'CHANGED', 'REJECTED'],
      [true, 'CHANGED', 'DONE'],
      [false, 'ENTERED', 'WAITING'],
      [false, 'LEFT', null],
    ])
    expect(got.map(({ cursor }) => cursor)).toEqual(got.map(({ cursor }) => cursor).toSorted())
  })

  test('who resumes with a cursor misses nothing and gets nothing twice', async () => {
    const first = await subscribe(crew.supervisor, null)
    await send(0)
    const { cursor } = await first.next()
    await send(1)
    await send(2)
    const again = await subscribe(crew.supervisor, cursor)
    expect((await again.take(2)).map(({ subjectId }) => subjectId)).toEqual([activity(1), activity(2)])
  })

  test('a trainee follows the own record, whoever decides; who may not see the trainee hears nothing', async () => {
    const follow = async (actor: Actor) => {
      const document = `subscription { trainingRecordChanged(traineeId: "${crew.trainee.personId}") {
        item { __typename ... on LearningActivity { id status } ... on LearningGoal { id goalStatus: status } } } }`
      const contextValue = { actor, now: NOON }
      const events = await openStream({ schema: graph.schema, document: parse(document), contextValue })
      if (!(Symbol.asyncIterator in events)) throw new Error(JSON.stringify(events.errors))
      open.push(events)
      return events
    }
    const own = await follow(crew.trainee)
    const strange = await follow(crew.stranger)
    const heard = async () => {
      const { value } = (await own.next()) as { value: { data: { trainingRecordChanged: object } } }
      return value.data.trainingRecordChanged
    }
    const one = { __typename: 'LearningActivity', id: activity(0) }
    await send(0)
    expect(await heard()).toEqual({ item: { ...one, status: 'WAITING' } })
    await acts.act(crew.supervisor, 'signActivity', { activityId: activity(0) })
    expect(await heard()).toEqual({ item: { ...one, status: 'SIGNED' } })
    expect(await Promise.race([strange.next(), sleep(300, 'nothing')])).toBe('nothing')
  })

  test('F095 F012 the leader sees all of the trainees’ requests, the deputy those of the leader, others none', async () => {
    const led = await subscribe(crew.leader, null, 'MY_TRAINEES')
    const stoodInFor = await subscribe(crew.deputy, null, 'AS_DEPUTY')
    const strange = await subscribe(crew.stranger, null)
    await send(0)
    await send(1, crew.leader)
    expect((await led.take(2)).map(({ subjectId }) => subjectId)).toEqual([activity(0), activity(1)])
    expect((await stoodInFor.next()).subjectId).toBe(activity(1))
    const silent = await Promise.race([strange.next(), sleep(300, 'nothing')])
    expect(silent).toBe('nothing')
  })

  test('a lower event that commits after a higher one is not lost: the higher one waits for it', async () => {
    const queue = await subscribe(crew.supervisor, null)
    const slow = new pg.Client({ connectionString: graph.test.url, options: '-c search_path=progress' })
    await slow.connect()
    await slow.query('BEGIN')
    await slow.query(
      `INSERT INTO queue_event (kind, subject_id, trainee_id, after_person_id, after_tab)
       VALUES ('SIGNING', $1, $2, $3, 'WAITING')`,
      [activity(2), crew.trainee.personId, crew.supervisor.personId],
    )
    await send(0)
    const next = queue.next()
    expect(await Promise.race([next, sleep(300, 'held back')])).toBe('held back')
    await slow.query('COMMIT')
    await slow.end()
    expect((await next).subjectId).toBe(activity(2))
    expect((await queue.next()).subjectId).toBe(activity(0))
  })

  test('a queue read while a transaction is open gets that transaction’s event afterwards', async () => {
    const slow = new pg.Client({ connectionString: graph.test.url, options: '-c search_path=progress' })
    await slow.connect()
    await slow.query('BEGIN')
    await slow.query(
      `INSERT INTO queue_event (kind, subject_id, trainee_id, after_person_id, after_tab)
       VALUES ('SIGNING', $1, $2, $3, 'WAITING')`,
      [activity(2), crew.trainee.personId, crew.supervisor.personId],
    )
    const { eventCursor } = await readQueue(crew.supervisor)
    await slow.query('COMMIT')
    await slow.end()
    const queue = await subscribe(crew.supervisor, eventCursor)
    expect((await queue.next()).subjectId).toBe(activity(2))
  })

  test('a cursor from before the first event of all is not too old, whatever the number of that event', async () => {
    const { eventCursor } = await readQueue(crew.supervisor)
    await graph.own.pool.query('DELETE FROM queue_event')
    await send(0)
    const queue = await subscribe(crew.supervisor, eventCursor)
    expect(await queue.next()).toMatchObject({ subjectId: activity(0), change: 'ENTERED' })
  })

  test('a cursor from before what the log still has asks for a new start', async () => {
    await send(0)
    const { eventCursor } = await readQueue(crew.supervisor)
    await send(1)
    await send(2)
    await graph.own.pool.query(`UPDATE queue_event SET at = now() - interval '2 days'`)
    await prune(graph.own.pool, 'queue_event')
    await expect(subscribe(crew.supervisor, eventCursor)).rejects.toMatchObject({
      extensions: { code: 'SUBSCRIPTION_RESYNC' },
    })
    const fresh = await readQueue(crew.supervisor)
    await expect(subscribe(crew.supervisor, fresh.eventCursor)).resolves.toBeDefined()
    await expect(subscribe(crew.supervisor, 'x')).rejects.toMatchObject({
      extensions: { code: 'BAD_USER_INPUT' },
    })
  })
})

describe('readers', () => {
  const readers: Reader<QueueChange>[] = []
  const start = async () => {
    const errors: unknown[] = []
    const reader = await startReader<QueueChange>({
      ...{ url: graph.test.url, schema: 'progress', channel: 'progress_queue', log: queueTable() },
      onError: (e) => errors.push(e),
    })
    readers.push(reader)
    const got: string[] = []
    reader.listen((events) => got.push(...events.map(({ event }) => event.subjectId)))
    return got
  }
  afterEach(async () => {
    for (const reader of readers.splice(0)) await reader.stop()
  })
  const until = async (met: () => boolean) => {
    for (let waited = 0; !met() && waited < 10_000; waited += 20) await sleep(20)
  }

  test('two processes both get every event, in the same order', async () => {
    const [one, two] = [await start(), await start()]
    for (const at of [0, 1, 2]) await send(at)
    await until(() => one.length >= 3 && two.length >= 3)
    expect(one).toEqual([activity(0), activity(1), activity(2)])
    expect(two).toEqual(one)
  })

  test('a reader whose connections are cut goes on where it was', async () => {
    const got = await start()
    await send(0)
    await until(() => got.length >= 1)
    const admin = createPool({ url: graph.test.adminUrl, schema: 'public', max: 1 })
    await admin.query(
      `SELECT pg_terminate_backend(pid) FROM pg_stat_activity
       WHERE datname = current_database() AND query LIKE '%LISTEN progress_queue%' AND pid <> pg_backend_pid()`,
    )
    await admin.end()
    await send(1)
    await send(2)
    await until(() => got.length >= 3)
    expect(got).toEqual([activity(0), activity(1), activity(2)])
  })
})
