import { appendQueueEvents } from '@kompetanse/live/queue'
import { revocationTests, type Effects, type Happening } from '@kompetanse/live/testing'
import { afterAll, beforeAll } from 'vitest'
import { database, pool } from '../database.ts'
import { schema } from '../schema.ts'
import { startTestGraph, type TestGraph } from './graph.ts'

let graph: TestGraph
beforeAll(async () => void (graph = await startTestGraph()))
afterAll(() => graph.stop())

const EFFECTS: Effects = {
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
async function happen({ key, circle: { trainee, leader }, listener }: Happening) {
  const { personId } = key.includes('MINE') ? listener : leader
  const subject = { subjectId: trainee.personId, traineeId: trainee.personId }
  const after = { personId, tab: 'WAITING' } as const
  await appendQueueEvents(database, [{ kind: 'SERVICE_TIME', ...subject, before: null, after }])
}

revocationTests('F012 F062', { schema, database: pool, happen }, EFFECTS)
