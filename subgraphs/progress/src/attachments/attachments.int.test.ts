import { asId } from '@kompetanse/graph'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { Actor } from '@kompetanse/schema/actor-token'
import { goalActs } from '../testing/goals.ts'
import { NOON, startTestGraph, type TestGraph } from '../testing/graph.ts'
import { aTrainee, colleague as colleagueOf, type Crew } from '../testing/world.ts'

let graph: TestGraph
let acts: ReturnType<typeof goalActs>
let crew: Crew
let goalId: string

beforeAll(async () => {
  graph = await startTestGraph()
  acts = goalActs(graph)
})
afterAll(() => graph.stop())
beforeEach(async () => {
  crew = await aTrainee(graph).withPlan({ activities: ['COURSE'] })
  goalId = crew.goals[0]?.id ?? ''
})

const ATTACH = `mutation ($input: AttachToGoalInput!) { attachToGoal(input: $input) { __typename
  ... on AttachToGoalSuccess { goal { status version attachments { totalCount } }
    attachment { id fileName mediaType byteSize scan downloadUrl uploadedBy { displayName } } }
  ... on LearningGoalRefused { code } ... on NotFound { id } ... on StaleVersion { currentVersion } } }`
interface Attached {
  __typename: string
  attachment: { id: string }
}
const attach = async (actor: Actor, uploadId: string, expectedVersion?: number) => {
  const input = { goalId, uploadId, expectedVersion: expectedVersion ?? (await acts.versionOf(goalId)) }
  return (await graph.ask<{ attachToGoal: Attached }>(actor, ATTACH, { input })).attachToGoal
}

describe('attachments of a goal', () => {
  test('F052 the trainee attaches an upload; the goal is in progress', async () => {
    const uploadId = await acts.uploaded(crew.trainee, 'Kursbevis æøå.pdf')
    expect(await attach(crew.trainee, uploadId)).toEqual({
      __typename: 'AttachToGoalSuccess',
      goal: { status: 'IN_PROGRESS', version: 2, attachments: { totalCount: 1 } },
      attachment: {
        id: uploadId,
        ...{ fileName: 'Kursbevis æøå.pdf', mediaType: 'application/pdf', byteSize: 1, scan: 'CLEAN' },
        downloadUrl: `/files/${uploadId}`,
        uploadedBy: { displayName: 'Ada Solheim' },
      },
    })
  })

  test('F061 the mentor attaches documentation; leader and supervisor do not', async () => {
    expect(await attach(crew.mentor, await acts.uploaded(crew.mentor))).toMatchObject({
      __typename: 'AttachToGoalSuccess',
    })
    for (const actor of [crew.leader, crew.supervisor])
      expect(await attach(actor, await acts.uploaded(actor))).toMatchObject({ code: 'NOT_PERMITTED' })
  })

  test("F052 somebody else's upload, one that is attached already and an unknown one are not found", async () => {
    const others = await acts.uploaded(crew.mentor)
    expect(await attach(crew.trainee, others)).toEqual({ __typename: 'NotFound', id: others })
    const own = await acts.uploaded(crew.trainee)
    await attach(crew.trainee, own)
    expect(await attach(crew.trainee, own)).toEqual({ __typename: 'NotFound', id: own })
    expect(await attach(crew.trainee, 'x')).toEqual({ __typename: 'NotFound', id: asId('x') })
  })

  test('F052 only who uploaded it removes it; the row stays, for a record may speak of it', async () => {
    const { attachment } = await attach(crew.mentor, await acts.uploaded(crew.mentor))
    const input = { goalId, attachmentId: attachment.id }
    expect(await acts.act(crew.trainee, 'removeGoalAttachment', input)).toMatchObject({
      __typename: 'NotFound',
    })
    expect(await acts.act(crew.mentor, 'removeGoalAttachment', input)).toMatchObject({
      __typename: 'RemoveGoalAttachmentSuccess',
      goal: { version: 3 },
    })
    const row = await graph.own.database.attachment.findUniqueOrThrow({ where: { id: attachment.id } })
    expect(row.removedAt).not.toBeNull()
  })

  test('F052 F072 while it waits and once it is approved, attachments neither come nor go', async () => {
    const { attachment } = await attach(crew.trainee, await acts.uploaded(crew.trainee))
    await acts.sent(crew.trainee, goalId, crew.leader.personId)
    const input = { goalId, attachmentId: attachment.id }
    for (const decide of [null, 'approveGoal'] as const) {
      if (decide) await acts.act(crew.leader, decide, { goalId })
      expect(await attach(crew.trainee, await acts.uploaded(crew.trainee))).toMatchObject({
        code: 'NOT_IN_THIS_STATE',
      })
      expect(await acts.act(crew.trainee, 'removeGoalAttachment', input)).toMatchObject({
        code: 'NOT_IN_THIS_STATE',
      })
    }
  })

  test('F072 what is attached is in what is signed', async () => {
    const uploadId = await acts.uploaded(crew.trainee)
    await attach(crew.trainee, uploadId)
    const { sha256 } = await graph.own.database.attachment.findUniqueOrThrow({ where: { id: uploadId } })
    await acts.sent(crew.trainee, goalId, crew.leader.personId)
    await acts.act(crew.leader, 'approveGoal', { goalId })
    const record = await graph.own.database.decisionRecord.findFirstOrThrow({ where: { subjectId: goalId } })
    expect(JSON.parse(record.content)).toMatchObject({ attachments: [{ sha256 }] })
  })

  test('of two who attach at once with the same version one is stale', async () => {
    const [first, second] = [await acts.uploaded(crew.trainee), await acts.uploaded(crew.mentor)]
    const answers = await Promise.all([attach(crew.trainee, first, 1), attach(crew.mentor, second, 1)])
    expect(answers.map(({ __typename }) => __typename).toSorted()).toEqual([
      'AttachToGoalSuccess',
      'StaleVersion',
    ])
  })
})

describe('attachments of an activity', () => {
  const ATTACH_ACTIVITY = `mutation ($input: AttachToActivityInput!) { attachToActivity(input: $input) { __typename
    ... on AttachToActivitySuccess { activity { version attachments { totalCount } } attachment { id fileName } }
    ... on LearningActivityRefused { code } ... on NotFound { id } } }`
  const REMOVE = `mutation ($input: RemoveActivityAttachmentInput!) { removeActivityAttachment(input: $input) {
    __typename ... on RemoveActivityAttachmentSuccess { activity { version attachments { totalCount } } }
    ... on NotFound { id } } }`

  test('F007 a course certificate is uploaded and taken away again', async () => {
    const activityId = crew.goals[0]?.activityIds[0] ?? ''
    const uploadId = await acts.uploaded(crew.trainee)
    const input = { activityId, uploadId, expectedVersion: 1 }
    expect(await graph.ask(crew.trainee, ATTACH_ACTIVITY, { input })).toEqual({
      attachToActivity: {
        __typename: 'AttachToActivitySuccess',
        activity: { version: 2, attachments: { totalCount: 1 } },
        attachment: { id: uploadId, fileName: 'kursbevis.pdf' },
      },
    })
    const removal = { activityId, attachmentId: uploadId, expectedVersion: 2 }
    expect(await graph.ask(crew.trainee, REMOVE, { input: removal })).toEqual({
      removeActivityAttachment: {
        __typename: 'RemoveActivityAttachmentSuccess',
        activity: { version: 3, attachments: { totalCount: 0 } },
      },
    })
  })

  test('F072 what changes in an activity makes a decision on its goal, as it was read, stale', async () => {
    await acts.sent(crew.trainee, goalId, crew.leader.personId)
    const read = await acts.versionOf(goalId)
    const activityId = crew.goals[0]?.activityIds[0] ?? ''
    const input = { activityId, uploadId: await acts.uploaded(crew.trainee), expectedVersion: 1 }
    await graph.ask(crew.trainee, ATTACH_ACTIVITY, { input })
    expect(await acts.act(crew.leader, 'approveGoal', { goalId, expectedVersion: read })).toMatchObject({
      __typename: 'StaleVersion',
    })
  })
})

test('F072 a delegate who is asked to approve a goal may open what its activities rest on', async () => {
  const { findDownloadable } = await import('./persistence/find-downloadable.ts')
  const { noScanner } = await import('./scanning/scanner.ts')
  const colleague = await colleagueOf(crew.trainee, 'Dina Lie')
  const naming = { delegateId: colleague.personId, guideline: 'Alt', startsOn: '2026-01-01' }
  const add = `mutation ($input: AddDelegateInput!) { addDelegate(input: $input) { __typename } }`
  await graph.ask(crew.leader, add, { input: naming })
  const certificate = await acts.uploaded(crew.trainee)
  await graph.own.database.attachment.update({
    where: { id: certificate },
    data: { activityId: crew.goals[0]?.activityIds[0] ?? null, attachedAt: NOON },
  })
  expect(await findDownloadable(certificate, colleague, NOON, noScanner)).toBeNull()
  await acts.sent(crew.trainee, goalId, colleague.personId)
  expect(await findDownloadable(certificate, colleague, NOON, noScanner)).toMatchObject({
    fileName: 'kursbevis.pdf',
  })
})

test('uploads that were not attached within a day are cleaned away; the others stay', async () => {
  const { cleanUploads } = await import('./use-cases/clean-uploads.ts')
  const yesterday = new Date(NOON.getTime() - 25 * 3_600_000)
  const old = await acts.uploaded(crew.trainee, 'gammel.pdf', yesterday)
  const fresh = await acts.uploaded(crew.trainee)
  const kept = await acts.uploaded(crew.trainee, 'vedlagt.pdf', yesterday)
  await attach(crew.trainee, kept)
  const deleted: string[] = []
  const storage = {
    put: () => Promise.resolve(),
    get: () => Promise.resolve(null),
    delete: (key: string) => Promise.resolve(void deleted.push(key)),
  }
  expect(await cleanUploads({ prisma: graph.own.database, storage }, NOON)).toBe(1)
  expect(deleted).toEqual([old])
  const left = await graph.own.database.attachment.findMany({ where: { id: { in: [old, fresh, kept] } } })
  expect(left.map(({ id }) => id).toSorted()).toEqual([fresh, kept].toSorted())
})
