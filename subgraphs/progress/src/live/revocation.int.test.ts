import { effectOf, liveFields, RIGHTS, type Effect, type Right } from '@kompetanse/live/testing'
import { appendQueueEvents, type QueuePlace } from '@kompetanse/live/queue'
import type { Circle } from '@kompetanse/directory/testing'
import type { Actor } from '@kompetanse/schema/actor-token'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { database, pool } from '../database.ts'
import type { QueueTab } from '../generated/db/client.ts'
import { schema } from '../schema.ts'
import { startTestGraph, type TestGraph } from '../testing/graph.ts'

let graph: TestGraph
beforeAll(async () => void (graph = await startTestGraph()))
afterAll(() => graph.stop())

type Effects = Readonly<Record<Right, Effect>>

// What was sent to oneself is one's own, whatever one was to the trainee when it was sent.
const OWN: Effects = { LEADER: 'KEEPS', MENTOR: 'KEEPS', SUPERVISOR: 'KEEPS', DEPUTYSHIP: 'KEEPS' }
const AS_DEPUTY: Effects = { LEADER: 'NEVER', MENTOR: 'NEVER', SUPERVISOR: 'NEVER', DEPUTYSHIP: 'ENDS' }
const AS_LEADER: Effects = { LEADER: 'ENDS', MENTOR: 'NEVER', SUPERVISOR: 'NEVER', DEPUTYSHIP: 'NEVER' }
const AROUND_TRAINEE: Effects = { LEADER: 'ENDS', MENTOR: 'ENDS', SUPERVISOR: 'ENDS', DEPUTYSHIP: 'ENDS' }

const EFFECTS: Readonly<Record<string, Effects>> = {
  'signingQueueChanged(scope: MINE)': OWN,
  'signingQueueChanged(scope: AS_DEPUTY)': AS_DEPUTY,
  'signingQueueChanged(scope: MY_TRAINEES)': AS_LEADER,
  'approvalQueueChanged(scope: MINE)': OWN,
  'approvalQueueChanged(scope: AS_DEPUTY)': AS_DEPUTY,
  'approvalQueueChanged(scope: MY_TRAINEES)': AS_LEADER,
  trainingRecordChanged: AROUND_TRAINEE,
}

/** A request that was sent to the leader, and one to who listens, in both queues. */
const happen =
  (key: string) =>
  async ({ trainee, leader }: Circle, listener: Actor) => {
    const to = key.includes('MINE') ? listener : leader
    const after: QueuePlace<QueueTab> = { personId: to.personId, tab: 'WAITING' }
    const subject = { subjectId: trainee.personId, traineeId: trainee.personId, before: null, after }
    await appendQueueEvents(database, [
      { kind: 'SIGNING', ...subject },
      { kind: 'APPROVAL', ...subject },
    ])
  }

const fields = liveFields(schema)

test('B02 every live field is tried with every right', () => {
  expect(fields.map(({ key }) => key).toSorted()).toEqual(Object.keys(EFFECTS).toSorted())
})

describe.concurrent('B02 F012 F062 what becomes of a stream when the right to it ends', () => {
  test.each(fields.flatMap((field) => RIGHTS.map((right) => [field.key, right, field] as const)))(
    '%s: %s',
    async (key, right, field) => {
      const effect = await effectOf(field, right, { schema, database: pool, happen: happen(key) })
      expect(effect).toBe(EFFECTS[key]?.[right])
    },
  )
})
