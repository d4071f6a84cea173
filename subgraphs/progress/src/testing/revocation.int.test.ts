import { revocationTests, type Effects, type Happening } from '@kompetanse/live/testing'
import type { Circle } from '@kompetanse/directory/testing'
import { appendQueueEvents, type QueuePlace } from '@kompetanse/live/queue'
import { afterAll, beforeAll } from 'vitest'
import { database, pool } from '../database.ts'
import type { QueueTab } from '../generated/db/client.ts'
import { schema } from '../schema.ts'
import { startTestGraph, type TestGraph } from './graph.ts'
import { aPlanOf } from './world.ts'

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

const plans = new WeakMap<Circle, ReturnType<typeof aPlanOf>>()
/** A goal and an activity of the trainee's, who gets one plan. */
async function itemsOf(circle: Circle) {
  const plan = plans.get(circle) ?? aPlanOf(graph, circle)
  plans.set(circle, plan)
  const [goal] = (await plan).goals
  return { goalId: goal?.id ?? '', activityId: goal?.activityIds[0] ?? '' }
}

/** A request that was sent to the leader, and one to who listens, in both queues. */
async function happen({ key, circle, listener }: Happening) {
  const { trainee, leader } = circle
  const { goalId, activityId } = await itemsOf(circle)
  const to = key.includes('MINE') ? listener : leader
  const after: QueuePlace<QueueTab> = { personId: to.personId, tab: 'WAITING' }
  const sent = { traineeId: trainee.personId, before: null, after }
  await appendQueueEvents(database, [
    { kind: 'SIGNING', subjectId: activityId, ...sent },
    { kind: 'APPROVAL', subjectId: goalId, ...sent },
  ])
}

/** Who the fields are about; the plan is there before anybody listens. */
async function subject(circle: Circle) {
  await itemsOf(circle)
  return circle.trainee.personId
}

revocationTests('F012 F062', { schema, database: pool, subject, happen }, EFFECTS)
