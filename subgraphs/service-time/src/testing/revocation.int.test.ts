import type { Circle } from '@kompetanse/directory/testing'
import { appendQueueEvents } from '@kompetanse/live/queue'
import { effectOf, liveFields, RIGHTS, type Effect, type Right } from '@kompetanse/live/testing'
import type { Actor } from '@kompetanse/schema/actor-token'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { database, pool } from '../database.ts'
import { schema } from '../schema.ts'
import { startTestGraph, type TestGraph } from './graph.ts'

let graph: TestGraph
beforeAll(async () => void (graph = await startTestGraph()))
afterAll(() => graph.stop())

const EFFECTS: Readonly<Record<string, Readonly<Record<Right, Effect>>>> = {
  // What was sent to oneself is one's own, whatever one was to the trainee when it was sent.
  'serviceTimeQueueChanged(scope: MINE)': {
    ...{ LEADER: 'KEEPS', MENTOR: 'KEEPS', SUPERVISOR: 'KEEPS', DEPUTYSHIP: 'KEEPS' },
  },
  'serviceTimeQueueChanged(scope: AS_DEPUTY)': {
    ...{ LEADER: 'NEVER', MENTOR: 'NEVER', SUPERVISOR: 'NEVER', DEPUTYSHIP: 'ENDS' },
  },
  'serviceTimeQueueChanged(scope: MY_TRAINEES)': {
    ...{ LEADER: 'ENDS', MENTOR: 'NEVER', SUPERVISOR: 'NEVER', DEPUTYSHIP: 'NEVER' },
  },
  serviceTimeRecordChanged: { LEADER: 'ENDS', MENTOR: 'NEVER', SUPERVISOR: 'NEVER', DEPUTYSHIP: 'ENDS' },
}

/** A period that was sent to the leader, or to who listens. */
const happen =
  (key: string) =>
  async ({ trainee, leader }: Circle, listener: Actor) => {
    const { personId } = key.includes('MINE') ? listener : leader
    const subject = { subjectId: trainee.personId, traineeId: trainee.personId }
    const after = { personId, tab: 'WAITING' } as const
    await appendQueueEvents(database, [{ kind: 'SERVICE_TIME', ...subject, before: null, after }])
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
