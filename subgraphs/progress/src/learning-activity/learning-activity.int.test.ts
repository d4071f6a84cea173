import { createHash } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { activityActs } from '../testing/activities.ts'
import { startTestGraph, type TestGraph } from '../testing/graph.ts'
import { aTrainee, relate, somebody, type Crew } from '../testing/world.ts'

let graph: TestGraph
let acts: ReturnType<typeof activityActs>
let crew: Crew
let activityId: string

beforeAll(async () => {
  graph = await startTestGraph()
  acts = activityActs(graph)
})
afterAll(() => graph.stop())
beforeEach(async () => {
  crew = await aTrainee(graph).withPlan()
  activityId = crew.goals[0]?.activityIds[0] ?? ''
})

const send = (signer = crew.supervisor) => acts.sent(crew.trainee, activityId, signer.personId)

describe('F006 F021 from registration to signature', () => {
  test('F049 F050 the trainee registers, sends; the supervisor signs', async () => {
    const performed = { activityId, performedOn: '2026-09-10', comment: 'Tre konsultasjoner' }
    expect(await acts.act(crew.trainee, 'registerLearningActivity', performed)).toEqual({
      __typename: 'RegisterLearningActivitySuccess',
      activity: {
        id: activityId,
        status: 'REGISTERED',
        version: 2,
        availableCommands: ['REGISTER', 'SEND_FOR_SIGNING', 'COMMENT', 'ATTACH'],
      },
    })
    const signerId = crew.supervisor.personId
    expect(await acts.act(crew.trainee, 'sendActivityForSigning', { activityId, signerId })).toMatchObject({
      activity: { status: 'WAITING', version: 3, availableCommands: ['RECALL', 'COMMENT'] },
    })
    expect(await acts.act(crew.supervisor, 'signActivity', { activityId, comment: 'Bra' })).toEqual({
      __typename: 'SignActivitySuccess',
      activity: {
        id: activityId,
        status: 'SIGNED',
        version: 4,
        availableCommands: ['WITHDRAW_SIGNATURE', 'COMMENT'],
      },
    })
    const goal = await graph.own.database.learningGoal.findUniqueOrThrow({
      where: { id: crew.goals[0]?.id ?? '' },
    })
    expect(goal.status).toBe('IN_PROGRESS')
  })

  test('F064 the record holds the content signed, and the signature its digest', async () => {
    await send()
    await acts.act(crew.supervisor, 'signActivity', { activityId, comment: 'Bra' })
    const record = await graph.own.database.decisionRecord.findFirstOrThrow({
      where: { subjectId: activityId },
    })
    const row = await graph.own.database.learningActivity.findUniqueOrThrow({ where: { id: activityId } })
    expect(record).toMatchObject({ outcome: 'SIGNED', role: 'SUPERVISOR', byId: crew.supervisor.personId })
    expect(record.digest).toBe(createHash('sha256').update(record.content).digest('hex'))
    expect(row.signatureDigest).toBe(record.digest)
    expect(JSON.parse(record.content)).toMatchObject({
      activityId,
      version: 3,
      performedOn: '2026-09-01',
      goals: ['ALM-001'],
    })
  })

  test('F087 the leader signs what was sent to the leader', async () => {
    await send(crew.leader)
    expect(await acts.act(crew.leader, 'signActivity', { activityId })).toMatchObject({
      __typename: 'SignActivitySuccess',
      activity: { status: 'SIGNED', availableCommands: ['WITHDRAW_SIGNATURE', 'COMMENT'] },
    })
    const row = await graph.own.database.learningActivity.findUniqueOrThrow({ where: { id: activityId } })
    expect(row).toMatchObject({ signedById: crew.leader.personId, signerRole: 'LEADER' })
  })

  test('F012 the leader’s deputy signs on the leader’s behalf', async () => {
    await send(crew.leader)
    await acts.act(crew.deputy, 'signActivity', { activityId })
    const { learningActivity } = await graph.ask<{ learningActivity: unknown }>(
      crew.trainee,
      `query ($id: ID!) { learningActivity(id: $id) { signature { by { id } onBehalfOf { id } role comment }
        history { totalCount edges { node { command status by { id } onBehalfOf { id } } } } } }`,
      { id: activityId },
    )
    expect(learningActivity).toEqual({
      signature: {
        by: { id: crew.deputy.personId },
        onBehalfOf: { id: crew.leader.personId },
        role: 'LEADER',
        comment: null,
      },
      history: {
        totalCount: 3,
        edges: [
          {
            node: {
              command: 'REGISTER',
              status: 'REGISTERED',
              by: { id: crew.trainee.personId },
              onBehalfOf: null,
            },
          },
          {
            node: {
              command: 'SEND_FOR_SIGNING',
              status: 'WAITING',
              by: { id: crew.trainee.personId },
              onBehalfOf: null,
            },
          },
          {
            node: {
              command: 'SIGN',
              status: 'SIGNED',
              by: { id: crew.deputy.personId },
              onBehalfOf: { id: crew.leader.personId },
            },
          },
        ],
      },
    })
  })

  test('F111 F112 F113 rejected with a comment, signed as it stands, withdrawn: it waits again', async () => {
    await send()
    expect(
      await acts.act(crew.supervisor, 'rejectActivity', { activityId, comment: ' \u0007 ' }),
    ).toMatchObject({
      __typename: 'LearningActivityRefused',
      code: 'COMMENT_REQUIRED',
      activity: { status: 'WAITING' },
    })
    expect(
      await acts.act(crew.supervisor, 'rejectActivity', { activityId, comment: 'Mangler dato' }),
    ).toMatchObject({
      activity: { status: 'REJECTED' },
    })
    expect(await acts.act(crew.supervisor, 'signActivity', { activityId })).toMatchObject({
      activity: { status: 'SIGNED' },
    })
    expect(await acts.act(crew.supervisor, 'withdrawSignature', { activityId })).toMatchObject({
      activity: { status: 'WAITING', availableCommands: ['SIGN', 'REJECT', 'COMMENT'] },
    })
  })

  test('F069 the leader marks it as fulfilled, and it says who did', async () => {
    const input = { activityId, performedOn: '2026-09-10', comment: 'Godskrevet' }
    expect(await acts.act(crew.leader, 'markActivityFulfilled', input)).toMatchObject({
      activity: { status: 'FULFILLED' },
    })
    const row = await graph.own.database.learningActivity.findUniqueOrThrow({ where: { id: activityId } })
    expect(row).toMatchObject({
      fulfilledById: crew.leader.personId,
      fulfilmentComment: 'Godskrevet',
      comment: null,
    })
  })
})

describe('kinds', () => {
  test('F005 F007 F008 what needs no signature is fulfilled by its trainee; a course needs its certificate', async () => {
    const kinds = ['SELF_REGISTERED', 'COURSE', 'E_LEARNING'] as const
    const { trainee, goals } = await aTrainee(graph).withPlan({ activities: kinds })
    const [own, course, eLearning] = (goals[0]?.activityIds ?? []) as readonly string[] as [
      string,
      string,
      string,
    ]
    const register = (id: string) =>
      acts.act(trainee, 'registerLearningActivity', { activityId: id, performedOn: '2026-09-10' })
    expect(await register(own)).toMatchObject({ activity: { status: 'FULFILLED' } })
    expect(await register(course)).toMatchObject({
      code: 'CERTIFICATE_REQUIRED',
      activity: { status: 'NOT_STARTED' },
    })
    const started = await graph.ask<Record<string, unknown>>(
      trainee,
      `mutation ($input: StartELearningInput!) { startELearning(input: $input) {
        ... on StartELearningSuccess { launchUrl activity { status } } } }`,
      { input: { activityId: eLearning, expectedVersion: 1 } },
    )
    expect(started).toEqual({
      startELearning: { launchUrl: 'https://kurs.example/1', activity: { status: 'NOT_STARTED' } },
    })
    expect(await register(eLearning)).toMatchObject({ activity: { status: 'FULFILLED' } })
  })

  test('F124 a recurring one lapses after its months and is registered again', async () => {
    const { trainee, supervisor, goals } = await aTrainee(graph).withPlan({ activities: ['RECURRING'] })
    const id = goals[0]?.activityIds[0] ?? ''
    await acts.act(trainee, 'registerLearningActivity', { activityId: id, performedOn: '2025-10-01' })
    await acts.act(trainee, 'sendActivityForSigning', { activityId: id, signerId: supervisor.personId })
    await acts.act(supervisor, 'signActivity', { activityId: id })
    const read = async (now: string) => {
      const query = 'query ($id: ID!) { learningActivity(id: $id) { status lastValidOn availableCommands } }'
      const data = await graph.ask<Record<string, unknown>>(trainee, query, { id }, new Date(now))
      return data['learningActivity']
    }
    expect(await read('2026-10-01T12:00:00Z')).toMatchObject({ status: 'SIGNED', lastValidOn: '2026-10-01' })
    expect(await read('2026-10-01T22:30:00Z')).toMatchObject({
      status: 'LAPSED',
      availableCommands: ['REGISTER', 'COMMENT', 'ATTACH'],
    })
    const again = { activityId: id, performedOn: '2026-10-02' }
    expect(
      await acts.act(trainee, 'registerLearningActivity', again, new Date('2026-10-03T10:00:00Z')),
    ).toMatchObject({ activity: { status: 'REGISTERED' } })
  })
})

describe('who sees and who may', () => {
  test('what a stranger may not see is not found, and nothing changes', async () => {
    await send()
    const input = { activityId, comment: 'x' }
    expect(await acts.act(crew.stranger, 'signActivity', input)).toEqual({
      __typename: 'NotFound',
      id: activityId,
    })
    expect(await acts.act(crew.mentor, 'signActivity', input)).toMatchObject({ code: 'NOT_PERMITTED' })
    expect(await acts.act(crew.trainee, 'signActivity', input)).toMatchObject({ code: 'OWN_ACTIVITY' })
  })

  test('F062 the signer is one of the trainee’s supervisors, mentor or leader; who was and is not any more is no choice', async () => {
    const former = await somebody('Tidligere Supervisør')
    await relate('SUPERVISOR', crew.trainee.personId, former.personId, { validTo: '2026-06-30' })
    const query = 'query ($id: ID!) { signerChoices(activityId: $id) { role person { displayName } } }'
    expect(await graph.ask(crew.trainee, query, { id: activityId })).toEqual({
      signerChoices: [
        { role: 'SUPERVISOR', person: { displayName: 'Per Dahl' } },
        { role: 'MENTOR', person: { displayName: 'Mona Berg' } },
        { role: 'LEADER', person: { displayName: 'Liv Haugen' } },
      ],
    })
    expect(await graph.ask(crew.stranger, query, { id: activityId })).toEqual({ signerChoices: null })
    await acts.act(crew.trainee, 'registerLearningActivity', { activityId, performedOn: '2026-09-01' })
    const to = (signerId: string) =>
      acts.act(crew.trainee, 'sendActivityForSigning', { activityId, signerId })
    expect(await to(former.personId)).toMatchObject({ code: 'SIGNER_NOT_ELIGIBLE' })
    expect(await to(crew.trainee.personId)).toMatchObject({ code: 'OWN_ACTIVITY' })
  })

  test('who was asked sees the activity after the relation has ended, but not the trainee’s plans', async () => {
    const guest = await somebody('Vikar Lege')
    await relate('SUPERVISOR', crew.trainee.personId, guest.personId, { validTo: '2026-09-15' })
    await send(guest)
    const query = `query ($id: ID!) { learningActivity(id: $id) { availableCommands goals { id }
      trainee { displayName assignedPlans { totalCount } trainingProgress { goalsWaiting } } } }`
    expect(await graph.ask(guest, query, { id: activityId }, new Date('2026-09-20T10:00:00Z'))).toEqual({
      learningActivity: {
        availableCommands: ['SIGN', 'REJECT', 'COMMENT'],
        goals: [],
        trainee: { displayName: 'Ada Solheim', assignedPlans: { totalCount: 0 }, trainingProgress: null },
      },
    })
  })
})

describe('one transaction', () => {
  test('two at once: one success, one stale, one record', async () => {
    await send(crew.leader)
    const expectedVersion = await acts.versionOf(activityId)
    const answers = await Promise.all([
      acts.act(crew.leader, 'signActivity', { activityId, expectedVersion }),
      acts.act(crew.deputy, 'rejectActivity', { activityId, expectedVersion, comment: 'Nei' }),
    ])
    const stale = answers.filter(({ __typename }) => __typename === 'StaleVersion')
    expect(stale).toEqual([
      { __typename: 'StaleVersion', expectedVersion, currentVersion: expectedVersion + 1 },
    ])
    expect(await graph.own.database.decisionRecord.count({ where: { subjectId: activityId } })).toBe(1)
  })

  test('history and records are append only', async () => {
    await send()
    await acts.act(crew.supervisor, 'signActivity', { activityId })
    const { database } = graph.own
    const where = { activityId }
    await expect(database.activityHistory.updateMany({ where, data: { comment: 'x' } })).rejects.toThrow(
      'denied',
    )
    await expect(database.activityHistory.deleteMany({ where })).rejects.toThrow('append only')
    const record = { subjectId: activityId }
    await expect(
      database.decisionRecord.updateMany({ where: record, data: { comment: 'x' } }),
    ).rejects.toThrow('denied')
    await expect(database.decisionRecord.deleteMany({ where: record })).rejects.toThrow('denied')
  })
})
