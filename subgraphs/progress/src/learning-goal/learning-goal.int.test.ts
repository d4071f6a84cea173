import { asId } from '@kompetanse/graph'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { goalActs } from '../testing/goals.ts'
import { startTestGraph, type TestGraph } from '../testing/graph.ts'
import { aTrainee, colleague as colleagueOf, somebody, type Crew } from '../testing/world.ts'

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
  crew = await aTrainee(graph).withPlan({ goals: 2 })
  goalId = crew.goals[0]?.id ?? ''
})

const send = () => acts.sent(crew.trainee, goalId, crew.leader.personId)

describe('the way of a goal', () => {
  test('F053 F009 F054 F014 it is completed, sent and approved', async () => {
    const { trainee, leader } = crew
    expect(await acts.act(trainee, 'completeGoal', { goalId, completedOn: '2026-09-10' })).toEqual({
      __typename: 'CompleteGoalSuccess',
      goal: {
        id: goalId,
        status: 'COMPLETED',
        version: 2,
        availableCommands: ['REOPEN', 'SEND_FOR_APPROVAL', 'COMMENT', 'ATTACH'],
      },
    })
    expect(
      await acts.act(trainee, 'sendGoalForApproval', { goalId, approverId: leader.personId }),
    ).toMatchObject({
      __typename: 'SendGoalForApprovalSuccess',
      goal: { status: 'WAITING', version: 3, availableCommands: ['RECALL', 'COMMENT'] },
    })
    expect(await acts.act(leader, 'approveGoal', { goalId, comment: 'Godt arbeid' })).toEqual({
      __typename: 'ApproveGoalSuccess',
      goal: {
        id: goalId,
        status: 'APPROVED',
        version: 4,
        availableCommands: ['REVOKE_APPROVAL', 'COMMENT'],
      },
    })
  })

  test('F055 it is recalled while it waits, and only then', async () => {
    await send()
    expect(await acts.act(crew.trainee, 'recallGoal', { goalId })).toMatchObject({
      __typename: 'RecallGoalSuccess',
      goal: { status: 'COMPLETED' },
    })
    expect(await acts.act(crew.trainee, 'recallGoal', { goalId })).toMatchObject({
      __typename: 'LearningGoalRefused',
      code: 'NOT_IN_THIS_STATE',
    })
  })

  test('F116 a comment is required before rejecting; blanks and control characters are none', async () => {
    await send()
    const reject = (comment: string) => acts.act(crew.leader, 'rejectGoal', { goalId, comment })
    for (const comment of ['', '  \n\t ', '\u0000\u0007'])
      expect(await reject(comment)).toMatchObject({
        __typename: 'LearningGoalRefused',
        code: 'COMMENT_REQUIRED',
        goal: { status: 'WAITING' },
      })
    expect(await reject('Mangler dokumentasjon')).toMatchObject({ goal: { status: 'REJECTED' } })
  })

  test('F117 a rejected goal is approved as it stands', async () => {
    await send()
    await acts.act(crew.leader, 'rejectGoal', { goalId, comment: 'Ikke ennå' })
    expect(await acts.act(crew.leader, 'approveGoal', { goalId })).toMatchObject({
      goal: { status: 'APPROVED' },
    })
  })

  test('F117 a rejected goal is corrected and sent again', async () => {
    await send()
    await acts.act(crew.leader, 'rejectGoal', { goalId, comment: 'Ikke ennå' })
    expect(await acts.act(crew.trainee, 'reopenGoal', { goalId })).toMatchObject({
      __typename: 'ReopenGoalSuccess',
      goal: { status: 'IN_PROGRESS' },
    })
    await send()
    expect(await acts.act(crew.leader, 'approveGoal', { goalId })).toMatchObject({
      goal: { status: 'APPROVED' },
    })
  })

  test('F118 a cancelled approval goes back to waiting, and the decision stands no longer', async () => {
    await send()
    await acts.act(crew.leader, 'approveGoal', { goalId })
    expect(await acts.act(crew.leader, 'revokeGoalApproval', { goalId, comment: 'Feil' })).toMatchObject({
      __typename: 'RevokeGoalApprovalSuccess',
      goal: { status: 'WAITING', availableCommands: ['APPROVE', 'REJECT', 'COMMENT'] },
    })
    const query = `query ($id: ID!) { learningGoal(id: $id) { decision { outcome } approvalRequest { approver { id } } } }`
    expect(await graph.ask(crew.leader, query, { id: goalId })).toEqual({
      learningGoal: { decision: null, approvalRequest: { approver: { id: crew.leader.personId } } },
    })
  })
})

describe('who may not', () => {
  test('F054 it is not sent to somebody who is no approver choice', async () => {
    await acts.act(crew.trainee, 'completeGoal', { goalId, completedOn: '2026-09-10' })
    for (const { personId } of [crew.stranger, crew.mentor, crew.trainee])
      expect(
        await acts.act(crew.trainee, 'sendGoalForApproval', { goalId, approverId: personId }),
      ).toMatchObject({ code: 'APPROVER_NOT_ELIGIBLE' })
  })

  test('F053 a goal is not completed in the future', async () => {
    const act = await acts.act(crew.trainee, 'completeGoal', { goalId, completedOn: '2026-09-16' })
    expect(act).toMatchObject({ code: 'DATE_IN_FUTURE' })
  })

  test('F014 mentor and supervisor see it and do not decide', async () => {
    await send()
    for (const actor of [crew.mentor, crew.supervisor])
      expect(await acts.act(actor, 'approveGoal', { goalId })).toMatchObject({ code: 'NOT_PERMITTED' })
  })

  test('F014 nobody approves their own', async () => {
    await send()
    expect(await acts.act(crew.trainee, 'approveGoal', { goalId })).toMatchObject({ code: 'OWN_GOAL' })
  })

  test('unknown and invisible are not told apart', async () => {
    await send()
    const unknown = '0190a1b2-0000-7000-8000-000000000099'
    const hidden = await acts.act(crew.stranger, 'approveGoal', { goalId })
    const missing = await acts.act(crew.stranger, 'approveGoal', { goalId: unknown, expectedVersion: 1 })
    const garbage = await acts.act(crew.stranger, 'approveGoal', { goalId: 'x', expectedVersion: 1 })
    expect(hidden).toEqual({ __typename: 'NotFound', id: goalId })
    expect(missing).toEqual({ __typename: 'NotFound', id: unknown })
    expect(garbage).toEqual({ __typename: 'NotFound', id: asId('x') })
    const query = `query ($id: ID!) { learningGoal(id: $id) { id } approverChoices(goalId: $id) { role } }`
    for (const id of [goalId, unknown, 'x'])
      expect(await graph.ask(crew.stranger, query, { id })).toEqual({
        learningGoal: null,
        approverChoices: null,
      })
  })

  test('F068 nothing happens in an archived plan', async () => {
    await graph.own.database.assignedPlan.update({
      where: { id: crew.assignedPlanId },
      data: { status: 'ARCHIVED', archiveReason: 'BY_LEADER' },
    })
    expect(await acts.act(crew.trainee, 'completeGoal', { goalId, completedOn: '2026-09-10' })).toMatchObject(
      {
        code: 'PLAN_ARCHIVED',
        goal: { availableCommands: [] },
      },
    )
  })
})

describe('in whose name', () => {
  const decision = async () => {
    const query = `query ($id: ID!) { learningGoal(id: $id) {
      decision { outcome source comment at by { displayName } digest }
      history(first: 50) { edges { node { command status by { displayName } onBehalfOf { displayName } comment digest } } }
    } }`
    interface Answer {
      learningGoal: { decision: { digest: string }; history: { edges: { node: object }[] } }
    }
    return (await graph.ask<Answer>(crew.leader, query, { id: goalId })).learningGoal
  }

  test('F012 F014 a deputy decides on behalf of the leader, and the record says so', async () => {
    await send()
    await acts.act(crew.deputy, 'approveGoal', { goalId, comment: 'For Liv' })
    const { decision: made, history } = await decision()
    expect(made).toMatchObject({
      outcome: 'APPROVED',
      source: 'DEPUTY',
      comment: 'For Liv',
      at: '2026-09-15T10:00:00.000Z',
      by: { displayName: 'Sten Vik' },
    })
    expect(history.edges.map(({ node }) => node)).toMatchObject([
      {
        command: 'COMPLETE',
        status: 'COMPLETED',
        by: { displayName: 'Ada Solheim' },
        comment: 'Gjennomført',
      },
      { command: 'SEND_FOR_APPROVAL', status: 'WAITING', digest: null },
      {
        command: 'APPROVE',
        status: 'APPROVED',
        by: { displayName: 'Sten Vik' },
        onBehalfOf: { displayName: 'Liv Haugen' },
        digest: made.digest,
      },
    ])
  })

  test('F072 what is signed is the basis that was shown: its digest, and a record with the text itself', async () => {
    await send()
    const query = `query ($id: ID!) { learningGoal(id: $id) { approvalBasis { contentDigest } } }`
    interface Basis {
      learningGoal: { approvalBasis: { contentDigest: string } }
    }
    const shown = (await graph.ask<Basis>(crew.leader, query, { id: goalId })).learningGoal.approvalBasis
    await acts.act(crew.leader, 'approveGoal', { goalId })
    expect((await decision()).decision.digest).toBe(shown.contentDigest)
    const records = await graph.own.database.decisionRecord.findMany({ where: { subjectId: goalId } })
    expect(records).toMatchObject([
      { outcome: 'APPROVED', role: 'LEADER', byId: crew.leader.personId, digest: shown.contentDigest },
    ])
    expect(JSON.parse(records[0]?.content ?? '')).toMatchObject({
      goal: { code: 'ALM-001' },
      completion: { completedOn: '2026-09-01', comment: 'Gjennomført' },
      activities: [{ status: 'NOT_STARTED' }],
      attachments: [],
    })
    await expect(
      graph.own.database.decisionRecord.updateMany({
        where: { subjectId: goalId },
        data: { comment: 'x' },
      }),
    ).rejects.toThrow('denied')
  })

  test('F095 F096 leader and delegate both see it; the first decision wins', async () => {
    const colleague = await colleagueOf(crew.trainee, 'Dina Lie')
    await delegateTo(colleague.personId)
    await acts.sent(crew.trainee, goalId, colleague.personId)
    const version = await acts.versionOf(goalId)
    const states = `query ($id: ID!) { learningGoal(id: $id) { availableCommands approvalRequest { role } } }`
    for (const actor of [crew.leader, colleague])
      expect(await graph.ask(actor, states, { id: goalId })).toMatchObject({
        learningGoal: {
          availableCommands: ['APPROVE', 'REJECT', 'COMMENT'],
          approvalRequest: { role: 'DELEGATE' },
        },
      })
    expect(await acts.act(crew.leader, 'approveGoal', { goalId, expectedVersion: version })).toMatchObject({
      __typename: 'ApproveGoalSuccess',
    })
    expect(
      await acts.act(colleague, 'rejectGoal', { goalId, expectedVersion: version, comment: 'Nei' }),
    ).toEqual({ __typename: 'StaleVersion', expectedVersion: version, currentVersion: version + 1 })
  })

  test('F015 a delegate decides, and the source says so', async () => {
    const colleague = await colleagueOf(crew.trainee, 'Dina Lie')
    await delegateTo(colleague.personId)
    await acts.sent(crew.trainee, goalId, colleague.personId)
    await acts.act(colleague, 'approveGoal', { goalId })
    expect((await decision()).decision).toMatchObject({ source: 'DELEGATE' })
  })

  test('F157 B32 the Directorate of Health decides when it has opened the record, and the source says so', async () => {
    const grants = [{ role: 'DIRECTORATE', regionCode: null, enterpriseId: null }] as const
    const officer = { ...(await somebody('Hanne Direktorat')), grants }
    await send()
    expect(await acts.act(officer, 'approveGoal', { goalId })).toMatchObject({ code: 'NOT_PERMITTED' })
    const openRecords = [{ traineeId: crew.trainee.personId, until: '2030-01-01T00:00:00Z' }]
    await acts.act({ ...officer, openRecords }, 'approveGoal', { goalId })
    expect((await decision()).decision).toMatchObject({ source: 'DIRECTORATE' })
  })

  const delegateTo = (delegateId: string) =>
    graph.ask(
      crew.leader,
      `mutation ($input: AddDelegateInput!) { addDelegate(input: $input) { __typename } }`,
      { input: { delegateId, guideline: 'Etter to signaturer.', startsOn: '2026-09-01' } },
    )
})
