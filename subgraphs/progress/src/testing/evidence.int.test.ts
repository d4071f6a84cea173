import { attack, breakPastGuards, tamper } from '@kompetanse/database/testing/evidence'
import { applyNewest } from '@kompetanse/database/testing/newest'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { activityActs } from './activities.ts'
import { approved } from './approved.ts'
import { startTestGraph, type TestGraph } from './graph.ts'
import { aTrainee, type Crew } from './world.ts'

let graph: TestGraph
let crew: Crew

beforeAll(async () => {
  graph = await startTestGraph()
  crew = await aTrainee(graph).withPlan({ goals: 2, activities: ['SIGNED', 'RECURRING'] })
  for (const { id } of crew.goals) await approved(graph, crew, id)
  // Another plan, to which a goal might be moved.
  await aTrainee(graph).withPlan({ goals: 0 })
})
afterAll(() => graph.stop())

async function rejected(): Promise<void> {
  const { trainee, leader, goals } = await aTrainee(graph).withPlan()
  const activityId = goals[0]?.activityIds[0] ?? ''
  const activities = activityActs(graph)
  await activities.sent(trainee, activityId, leader.personId)
  await activities.act(leader, 'rejectActivity', { activityId, comment: 'Mangler kursbevis' })
}

const UNSIGN = `status = 'WAITING', signed_by_id = NULL, signed_on_behalf_of_id = NULL, signed_at = NULL,
  signature_comment = NULL, signature_digest = NULL, valid_until = NULL`
const REVOKE = `status = 'WAITING', outcome = NULL, decided_by_id = NULL, decided_on_behalf_of_id = NULL,
  decision_source = NULL, decided_at = NULL, decision_comment = NULL, decision_digest = NULL`
const record = (outcome: string, content = 'content') => `
  INSERT INTO progress.decision_record (id, sequence, subject_kind, subject_id, trainee_id, outcome, by_id, role, at, content, digest)
  SELECT gen_random_uuid(), sequence - 100, subject_kind, subject_id, trainee_id, '${outcome}', by_id, role, at, ${content}, digest
  FROM progress.decision_record WHERE subject_kind = 'ACTIVITY'`

// What the columns do not say. The last two put tables of one's own before those that the guards read.
const ALSO_FORBIDDEN = [
  `UPDATE progress.learning_activity SET ${UNSIGN}`,
  `UPDATE progress.learning_activity SET ${UNSIGN}, performed_on = '2026-01-01'`,
  `UPDATE progress.learning_activity SET signature_digest = repeat('0', 64), performed_on = '2026-01-01'`,
  `${record('WITHDRAWN')}; UPDATE progress.learning_activity SET ${UNSIGN}, performed_on = '2026-01-01'`,
  `${record('SIGNED', "'{}'")}`,
  `${record('WITHDRAWN')}`,
  `${record('REJECTED')}`,
  `UPDATE progress.learning_goal SET ${REVOKE}`,
  `UPDATE progress.learning_goal SET ${REVOKE}, completed_on = '2026-01-01'`,
  `UPDATE progress.assigned_plan SET plan_version_id = gen_random_uuid()`,
  `UPDATE progress.assigned_plan SET trainee_id = assigned_by_id`,
  `CREATE TEMP TABLE plan_history AS SELECT assigned_plan_id, 'DELETE_BEGUN' AS command, '{}'::jsonb AS content,
     pg_current_xact_id() AS xid FROM progress.plan_history; DELETE FROM progress.comment`,
  `CREATE TEMP TABLE learning_activity_evidence AS SELECT id, true AS stands FROM progress.learning_activity;
   UPDATE progress.learning_activity SET ${UNSIGN}`,
]

const again = (table: string) =>
  `INSERT INTO progress.${table} SELECT (jsonb_populate_record(true_one, jsonb_build_object('id', gen_random_uuid()))).* FROM progress.${table} true_one`

// Who serves says such things all day: they add, and change nothing that was said.
const BY_NATURE = [
  again('activity_history'),
  // A file is looked at again when what there is to find is known.
  `UPDATE progress.attachment SET "scan" = (SELECT e FROM unnest(enum_range(NULL::"FileScanStatus")) e WHERE e IS DISTINCT FROM "scan" LIMIT 1)`,
  again('comment'),
  // Word for word what the record before it says.
  again('decision_record'),
  again('goal_history'),
  again('plan_history'),
]

const PERMITTED = ['progress', 'progress_owner'].flatMap((role) =>
  BY_NATURE.map((statement) => `${role}: ${statement}`),
)

// What a signed activity cannot have.
const columns = (...names: string[]) => names.map((name) => `learning_activity.${name} → null`)
const OF_REJECTED = columns('rejected_by_id', 'rejected_at', 'rejection_comment')
const OF_FULFILLED = columns('fulfilled_by_id', 'fulfilled_at', 'fulfilment_comment')

const TABLES = [
  ...['activity_goal', 'activity_history', 'attachment', 'comment', 'decision_record', 'goal_history'],
  ...['learning_activity', 'learning_goal', 'plan_history', 'recommendation'],
]

// What nobody signs: kept from who serves, but of which no record tells that a superuser has changed it.
const NO_RECORD = [
  ...['activity_history.id', 'activity_history +'],
  ...['attachment.scan', 'attachment.uploaded_by_id', 'attachment.uploaded_at', 'attachment.attached_at'],
  ...[
    'comment.id',
    'comment.by_id',
    'comment.at',
    'comment.text',
    'comment.text ⇄',
    'comment −',
    'comment +',
  ],
  ...['goal_history.id', 'goal_history +'],
  // Whose plan it stands in; whose activity it is, and of what, is signed.
  'learning_activity.assigned_plan_id',
  ...['learning_activity.position', 'learning_goal.position'],
  // To whom it was once sent; who decided is another column.
  ...[
    'learning_goal.approver_id',
    'learning_goal.approver_role',
    'learning_goal.sent_at',
    'learning_goal.version',
  ],
  // Nobody signs what became of a plan. Of a deletion, the records outlive what its log has.
  ...[
    'id',
    'assigned_plan_id',
    'trainee_id',
    'plan_template_id',
    'at',
    'command',
    'by_id',
    'on_behalf_of_id',
  ].map((one) => `plan_history.${one}`),
  ...['reason', 'content', 'xid', 'xid ⇄'].map((one) => `plan_history.${one}`),
  ...['plan_history −', 'plan_history +'],
  // The approval's record has the words that the approver saw.
  ...['conversation_id', 'goal_id', 'by_id', 'recommended', 'given_at', 'version', 'version ⇄'].map(
    (one) => `recommendation.${one}`,
  ),
  'recommendation −',
]

/** What a plan's history says when it is deleted, which a test of its own walks. */
const OF_DELETED = ['on_behalf_of_id', 'reason', 'content'].map((one) => `plan_history.${one} → null`)

describe('F064 F072 what is signed stands', () => {
  test('also when the newest migration runs over it, which takes no row away', async () => {
    const { before, after, broken } = await applyNewest(graph.test.adminUrl, 'progress')
    expect(Object.keys(before)).toEqual(
      expect.arrayContaining(['decision_record', 'learning_activity', 'learning_goal']),
    )
    expect({ after, broken }).toEqual({ after: before, broken: [] })
  })

  test('against each forbidden statement, of each role, on each table that has something signed', async () => {
    const { adminUrl } = graph.test
    const tried = await attack({ adminUrl, schema: 'progress', alsoForbidden: ALSO_FORBIDDEN })
    expect(tried.tables.map(({ name }) => name)).toEqual(TABLES)
    expect(tried.untried).toEqual([...OF_REJECTED, ...OF_FULFILLED, ...OF_DELETED])
    expect(tried.permitted).toEqual(PERMITTED)
    expect(tried.attempts).toBeGreaterThan(1000)
  })

  test('what the superuser changes nonetheless is noticed, but in what has no record', async () => {
    const { adminUrl } = graph.test
    const unnoticed = await tamper({
      adminUrl,
      schema: 'progress',
      alsoForbidden: ALSO_FORBIDDEN.slice(0, -2),
    })
    expect(unnoticed).toEqual(NO_RECORD)
  })

  test('what does not stand is shown as no signature, and the others as they are', async () => {
    const [one, other] = crew.goals.map(({ activityIds }) => activityIds[0] ?? '')
    const { adminUrl } = graph.test
    const past = (statement: string) => breakPastGuards({ adminUrl, schema: 'progress' }, statement)
    expect(await past('SELECT 1')).toEqual([])
    expect(
      await past(`UPDATE learning_activity SET performed_on = '2026-01-01' WHERE id = '${one}'`),
    ).toEqual([{ table: 'progress.learning_activity', id: one }])
    const query = `query ($id: ID!) { learningActivity(id: $id) { status signature { digest } availableCommands } }`
    const of = (id = '') => graph.ask<{ learningActivity: object }>(crew.supervisor, query, { id })
    expect(await of(one)).toEqual({
      learningActivity: {
        status: 'UNVERIFIED',
        signature: null,
        availableCommands: expect.arrayContaining(['WITHDRAW_SIGNATURE']),
      },
    })
    expect(await of(other)).toMatchObject({
      learningActivity: { status: 'SIGNED', signature: { digest: expect.any(String) } },
    })
    // The signer takes it back, and signs what is there: then it stands again.
    const acts = activityActs(graph)
    await acts.act(crew.supervisor, 'withdrawSignature', { activityId: one ?? '' })
    await acts.act(crew.supervisor, 'signActivity', { activityId: one ?? '' })
    expect(await past('SELECT 1')).toEqual([])
  })

  // By itself and last: a CHECK on what is rejected would hide what no guard of what is signed refuses.
  test('what is rejected stands too, until it is sent again', async () => {
    await rejected()
    const tried = await attack({ adminUrl: graph.test.adminUrl, schema: 'progress' })
    expect(tried.untried).toEqual([...OF_FULFILLED, ...OF_DELETED])
    expect(tried.permitted).toEqual(PERMITTED)
  })
})
