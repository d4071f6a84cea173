import { subscribe, parse, type ExecutionResult } from 'graphql'
import type { Actor } from '@kompetanse/schema/actor-token'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { goalActs } from '../testing/goals.ts'
import { NOON, startTestGraph, type TestGraph } from '../testing/graph.ts'
import { aTrainee, colleague as colleagueOf, type Crew } from '../testing/world.ts'

let graph: TestGraph
let acts: ReturnType<typeof goalActs>
let crew: Crew

beforeAll(async () => {
  graph = await startTestGraph()
  acts = goalActs(graph)
})
afterAll(() => graph.stop())
beforeEach(async () => void (crew = await aTrainee(graph).withPlan({ goals: 3 })))

const goal = (at: number) => crew.goals[at]?.id ?? ''
const delegated = async () => {
  const colleague = await colleagueOf(crew.trainee, 'Dina Lie')
  const add = `mutation ($input: AddDelegateInput!) { addDelegate(input: $input) { __typename } }`
  const input = { delegateId: colleague.personId, guideline: 'Alt', startsOn: '2026-01-01' }
  await graph.ask(crew.leader, add, { input })
  return colleague
}

interface Queue {
  totalCount: number
  eventCursor: string
  counts: { waiting: number; rejected: number; approved: number }
  edges: { node: { id: string; definition: { code: string } } }[]
}
const QUEUE = `query ($tab: ApprovalTab!, $scope: QueueScope!, $filter: QueueFilter, $orderBy: QueueOrder, $first: Int) {
  approvalQueue(tab: $tab, scope: $scope, filter: $filter, orderBy: $orderBy, first: $first) {
    totalCount eventCursor counts { waiting rejected approved }
    edges { node { id status version availableCommands trainee { id displayName } definition { id code wording }
      completion { completedOn comment } approvalRequest { approver { id displayName } role sentAt waitingDays }
      approvalBasis { activityProgress { done total percent } } } } } }`
const queue = async (actor: Actor, scope = 'MINE', tab = 'WAITING', rest = {}) =>
  (await graph.ask<{ approvalQueue: Queue }>(actor, QUEUE, { tab, scope, ...rest })).approvalQueue
const codes = ({ edges }: Queue) => edges.map(({ node }) => node.definition.code)

describe('the approval queue', () => {
  test('F114 F115 three tabs: waiting, rejected, approved; who was asked keeps what was decided', async () => {
    for (const at of [0, 1, 2]) await acts.sent(crew.trainee, goal(at), crew.leader.personId)
    await acts.act(crew.leader, 'rejectGoal', { goalId: goal(1), comment: 'Nei' })
    await acts.act(crew.leader, 'approveGoal', { goalId: goal(2) })
    const counts = { waiting: 1, rejected: 1, approved: 1 }
    for (const [tab, code] of [
      ['WAITING', 'ALM-001'],
      ['REJECTED', 'ALM-002'],
      ['APPROVED', 'ALM-003'],
    ] as const) {
      const answer = await queue(crew.leader, 'MINE', tab)
      expect(answer).toMatchObject({ totalCount: 1, counts })
      expect(codes(answer)).toEqual([code])
    }
  })

  test('F095 F088 the leader sees what is with a delegate, under all of the own trainees', async () => {
    const colleague = await delegated()
    await acts.sent(crew.trainee, goal(0), colleague.personId)
    expect(codes(await queue(crew.leader))).toEqual([])
    expect(codes(await queue(crew.leader, 'MY_TRAINEES'))).toEqual(['ALM-001'])
    expect(codes(await queue(colleague))).toEqual(['ALM-001'])
    await acts.act(crew.leader, 'approveGoal', { goalId: goal(0) })
    expect(codes(await queue(colleague, 'MINE', 'APPROVED'))).toEqual(['ALM-001'])
  })

  test('F012 the deputy has the leader’s queue for the time of the deputyship', async () => {
    await acts.sent(crew.trainee, goal(0), crew.leader.personId)
    expect(codes(await queue(crew.deputy, 'AS_DEPUTY'))).toEqual(['ALM-001'])
    const after = new Date('2027-01-02T10:00:00Z')
    const late = await graph.ask(crew.deputy, QUEUE, { tab: 'WAITING', scope: 'AS_DEPUTY' }, after)
    expect(late).toMatchObject({ approvalQueue: { totalCount: 0 } })
  })

  test('F088 it is filtered by trainee, plan and words, and ordered', async () => {
    for (const at of [2, 0, 1]) {
      const now = new Date(NOON.getTime() + at * 60_000)
      await acts.sent(crew.trainee, goal(at), crew.leader.personId, now)
    }
    const mine = (rest: object) => queue(crew.leader, 'MINE', 'WAITING', rest)
    expect(codes(await mine({}))).toEqual(['ALM-001', 'ALM-002', 'ALM-003'])
    const orderBy = { field: 'CODE', direction: 'DESC' }
    expect(codes(await mine({ orderBy, first: 2 }))).toEqual(['ALM-003', 'ALM-002'])
    expect(codes(await mine({ filter: { search: 'alm-002' } }))).toEqual(['ALM-002'])
    expect((await mine({ filter: { search: 'solheim' } })).totalCount).toBe(3)
    expect((await mine({ filter: { planTemplateId: crew.planTemplateId } })).totalCount).toBe(3)
    expect((await mine({ filter: { traineeId: crew.stranger.personId } })).totalCount).toBe(0)
    expect((await mine({ filter: { traineeId: 'x' } })).totalCount).toBe(0)
  })

  test('F014 whom nothing was sent to has an empty queue', async () => {
    await acts.sent(crew.trainee, goal(0), crew.leader.personId)
    for (const scope of ['MINE', 'AS_DEPUTY', 'MY_TRAINEES'])
      expect(await queue(crew.stranger, scope)).toMatchObject({ totalCount: 0 })
  })
})

describe('B02 live', () => {
  const LIVE = parse(`subscription ($scope: QueueScope!, $after: EventCursor) {
    approvalQueueChanged(scope: $scope, after: $after) {
      change goalId entry { tab goal { id status version } } counts { waiting rejected approved } } }`)
  const listen = async (actor: Actor, scope: string, after: string | null) => {
    const contextValue = { actor, now: NOON }
    const variableValues = { scope, after }
    const stream = await subscribe({ schema: graph.schema, document: LIVE, variableValues, contextValue })
    if (!(Symbol.asyncIterator in stream)) throw new Error(JSON.stringify(stream))
    const next = async () => ((await stream.next()).value as ExecutionResult).data?.['approvalQueueChanged']
    return { next, stop: () => stream.return?.(undefined) }
  }

  test('F114 what is sent, decided and revoked moves between the tabs of an open queue', async () => {
    const { eventCursor } = await queue(crew.leader)
    const live = await listen(crew.leader, 'MINE', eventCursor)
    await acts.sent(crew.trainee, goal(0), crew.leader.personId)
    expect(await live.next()).toMatchObject({
      change: 'ENTERED',
      goalId: goal(0),
      entry: { tab: 'WAITING', goal: { id: goal(0), status: 'WAITING', version: 3 } },
      counts: { waiting: 1, rejected: 0, approved: 0 },
    })
    await acts.act(crew.leader, 'approveGoal', { goalId: goal(0) })
    expect(await live.next()).toMatchObject({ change: 'CHANGED', entry: { tab: 'APPROVED' } })
    await acts.act(crew.leader, 'revokeGoalApproval', { goalId: goal(0) })
    expect(await live.next()).toMatchObject({ change: 'CHANGED', entry: { tab: 'WAITING' } })
    await acts.act(crew.trainee, 'recallGoal', { goalId: goal(0) })
    expect(await live.next()).toMatchObject({ change: 'LEFT', entry: null })
    await live.stop()
  })

  test('F095 F096 leader and delegate both see the decision', async () => {
    const colleague = await delegated()
    const { eventCursor } = await queue(crew.leader, 'MY_TRAINEES')
    const asLeader = await listen(crew.leader, 'MY_TRAINEES', eventCursor)
    const asDelegate = await listen(colleague, 'MINE', eventCursor)
    await acts.sent(crew.trainee, goal(0), colleague.personId)
    await acts.act(crew.leader, 'approveGoal', { goalId: goal(0) })
    for (const live of [asLeader, asDelegate]) {
      expect(await live.next()).toMatchObject({ change: 'ENTERED' })
      expect(await live.next()).toMatchObject({ change: 'CHANGED', entry: { tab: 'APPROVED' } })
      await live.stop()
    }
  })
})
