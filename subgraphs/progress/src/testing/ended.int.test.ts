import { isPermitted } from '@kompetanse/database/testing/statuses'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { activityActs } from './activities.ts'
import { startTestGraph, type TestGraph } from './graph.ts'
import { aTrainee } from './world.ts'

let graph: TestGraph
let client: pg.Client
let forEver: string
let running: string
let lapsed: string

beforeAll(async () => {
  graph = await startTestGraph()
  forEver = await signed('SIGNED', '2026-09-01')
  running = await signed('RECURRING', '2026-09-01')
  lapsed = await signed('RECURRING', '2025-09-20')
  const { adminUrl: connectionString } = graph.test
  client = new pg.Client({ connectionString, options: '-c search_path=progress' })
  await client.connect()
})
afterAll(async () => {
  await client.end()
  await graph.stop()
})

async function signed(kind: 'SIGNED' | 'RECURRING', performedOn: string): Promise<string> {
  const { trainee, supervisor, goals } = await aTrainee(graph).withPlan({ activities: [kind] })
  const activityId = goals[0]?.activityIds[0] ?? ''
  const { act } = activityActs(graph)
  await act(trainee, 'registerLearningActivity', { activityId, performedOn })
  await act(trainee, 'sendActivityForSigning', { activityId, signerId: supervisor.personId })
  await act(supervisor, 'signActivity', { activityId })
  return activityId
}

const told = (id: string, at: string, command = 'REGISTER', status = 'REGISTERED') => `
  INSERT INTO activity_history (id, activity_id, at, command, status, by_id, digest)
  SELECT gen_random_uuid(), id, ${at}, '${command}', '${status}', signed_by_id,
    ${command === 'REGISTER' ? 'NULL' : 'signature_digest'} FROM learning_activity WHERE id = '${id}';`
const recorded = (id: string) => `
  INSERT INTO decision_record (id, subject_kind, subject_id, trainee_id, outcome, by_id, role, at, content, digest)
  SELECT gen_random_uuid(), subject_kind, subject_id, trainee_id, 'WITHDRAWN', by_id, role, now(), content, digest
  FROM decision_record WHERE subject_id = '${id}';`
const unsigned = (id: string) => `
  UPDATE learning_activity SET status = 'WAITING', signed_by_id = NULL, signed_on_behalf_of_id = NULL, signed_at = NULL,
    signature_comment = NULL, signature_digest = NULL, valid_until = NULL WHERE id = '${id}'`
const permitted = (statements: string) => isPermitted(client, 'progress', statements)

describe('F064 F124 a signature ends by its record, or by its last day', () => {
  test.each([
    "now() + interval '9 years'",
    "now() + interval '50 seconds'",
    'now()',
    "now() - interval '1 year'",
  ])('not by an entry of the history of %s', async (at) => {
    for (const id of [forEver, running]) expect(await permitted(told(id, at) + unsigned(id))).toBe(false)
  })

  test('with its record, and the entry that tells of it, it does', async () => {
    const withdrawn = told(forEver, 'now()', 'WITHDRAW_SIGNATURE', 'WAITING')
    expect(await permitted(withdrawn + unsigned(forEver))).toBe(false)
    expect(await permitted(recorded(forEver) + unsigned(forEver))).toBe(false)
    expect(await permitted(recorded(forEver) + withdrawn)).toBe(false)
    expect(await permitted(withdrawn + recorded(forEver) + unsigned(forEver))).toBe(true)
  })

  test('and after its last day, with the entry that it is done anew', async () => {
    expect(await permitted(unsigned(lapsed))).toBe(false)
    expect(await permitted(told(lapsed, 'now()') + unsigned(lapsed))).toBe(true)
  })
})
