import { revocationTests, type Effects, type Happening } from '@kompetanse/live/testing'
import { appendQueueEvents, type QueuePlace } from '@kompetanse/live/queue'
import { afterAll, beforeAll } from 'vitest'
import { database, pool } from '../database.ts'
import type { QueueTab } from '../generated/db/client.ts'
import { schema } from '../schema.ts'
import { startTestGraph, type TestGraph } from './graph.ts'

let graph: TestGraph
beforeAll(async () => void (graph = await startTestGraph()))
afterAll(() => graph.stop())

// What was sent to oneself is one's own, whatever one was to the trainee when it was sent.
const OWN = { LEADER: 'KEEPS', MENTOR: 'KEEPS', SUPERVISOR: 'KEEPS', DEPUTYSHIP: 'KEEPS' } as const
const AS_DEPUTY = { LEADER: 'NEVER', MENTOR: 'NEVER', SUPERVISOR: 'NEVER', DEPUTYSHIP: 'ENDS' } as const
const AS_LEADER = { LEADER: 'ENDS', MENTOR: 'NEVER', SUPERVISOR: 'NEVER', DEPUTYSHIP: 'NEVER' } as const
const AROUND_TRAINEE = { LEADER: 'ENDS', MENTOR: 'ENDS', SUPERVISOR: 'ENDS', DEPUTYSHIP: 'ENDS' } as const

const EFFECTS: Effects = {
  'signingQueueChanged(scope: MINE)': OWN,
  'signingQueueChanged(scope: AS_DEPUTY)': AS_DEPUTY,
  'signingQueueChanged(scope: MY_TRAINEES)': AS_LEADER,
  'approvalQueueChanged(scope: MINE)': OWN,
  'approvalQueueChanged(scope: AS_DEPUTY)': AS_DEPUTY,
  'approvalQueueChanged(scope: MY_TRAINEES)': AS_LEADER,
  trainingRecordChanged: AROUND_TRAINEE,
}

/** A request that was sent to the leader, and one to who listens, in both queues. */
async function happen({ key, circle: { trainee, leader }, listener }: Happening) {
  const to = key.includes('MINE') ? listener : leader
  const after: QueuePlace<QueueTab> = { personId: to.personId, tab: 'WAITING' }
  const subject = { subjectId: trainee.personId, traineeId: trainee.personId, before: null, after }
  await appendQueueEvents(database, [
    { kind: 'SIGNING', ...subject },
    { kind: 'APPROVAL', ...subject },
  ])
}

revocationTests('F012 F062', { schema, database: pool, happen }, EFFECTS)
