import { setTimeout as sleep } from 'node:timers/promises'
import type { Circle } from '@kompetanse/directory/testing'
import type { Actor } from '@kompetanse/schema/actor-token'
import { parse, subscribe as openStream } from 'graphql'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { database } from '../database.ts'
import { schema } from '../schema.ts'
import { acts } from '../testing/acts.ts'
import { NOON, startTestGraph, type TestGraph } from '../testing/graph.ts'
import { queues } from '../live/queues.ts'

let graph: TestGraph
let doing: ReturnType<typeof acts>
let circle: Circle

beforeAll(async () => {
  graph = await startTestGraph()
  doing = acts(graph)
})
afterAll(() => graph.stop())
beforeEach(async () => {
  circle = await graph.aCircle()
})

interface Queue {
  totalCount: number
  counts: { waiting: number; rejected: number; signed: number }
  eventCursor: string
  edges: { node: { id: string; days: number; countedDays: number } }[]
}

// As the page of service time asks.
const QUEUE = `query ($tab: ServiceTimeTab!, $scope: QueueScope!, $filter: ServiceTimeQueueFilter, $orderBy: ServiceTimeQueueOrder, $first: Int) {
  serviceTimeQueue(tab: $tab, scope: $scope, filter: $filter, orderBy: $orderBy, first: $first) {
    totalCount eventCursor counts { waiting rejected signed }
    edges { node { id kind enterpriseName unitName position fte startsOn endsOn status needsSignature days countedDays
      overlapReason version availableCommands trainee { id displayName }
      absences { id kind startsOn endsOn share } unsupervisedPeriods { id startsOn endsOn reason }
      request { signer { displayName } sentAt waitingDays } signature { by { displayName } at comment digest }
      rejection { by { displayName } at comment } } } } }`
const read = async (actor: Actor, variables: object = {}, now = NOON) => {
  const all = { tab: 'WAITING', scope: 'MINE', ...variables }
  return (await graph.ask<{ serviceTimeQueue: Queue }>(actor, QUEUE, all, now)).serviceTimeQueue
}
const idsOf = ({ edges }: Queue) => edges.map(({ node }) => node.id)

describe('F135 three tabs', () => {
  test('F141 a request moves between them as it is decided', async () => {
    const { trainee, leader } = circle
    const sent = await doing.sent(trainee, leader)
    const other = await doing.sent(trainee, leader, { startsOn: '2025-01-01', endsOn: '2025-12-31' })
    expect((await read(leader)).counts).toEqual({ waiting: 2, rejected: 0, signed: 0 })
    await doing.command(leader, 'signServicePeriod', sent)
    await doing.command(leader, 'rejectServicePeriod', other, { comment: 'Feil sted' })
    expect(idsOf(await read(leader, { tab: 'SIGNED' }))).toEqual([sent.id])
    expect(idsOf(await read(leader, { tab: 'REJECTED' }))).toEqual([other.id])
    expect((await read(leader)).counts).toEqual({ waiting: 0, rejected: 1, signed: 1 })
  })

  test('F012 the deputy has the leader’s under AS_DEPUTY, a leader all of their trainees’', async () => {
    const sent = await doing.sent(circle.trainee, circle.leader)
    expect(idsOf(await read(circle.deputy))).toEqual([])
    expect(idsOf(await read(circle.deputy, { scope: 'AS_DEPUTY' }))).toEqual([sent.id])
    expect(idsOf(await read(circle.leader, { scope: 'MY_TRAINEES' }))).toEqual([sent.id])
    expect(idsOf(await read(circle.mentor, { scope: 'MY_TRAINEES' }))).toEqual([])
  })

  test('F135 filtered by trainee, kind and words; in the order asked for', async () => {
    const { trainee, leader } = circle
    const first = await doing.sent(trainee, leader, { startsOn: '2024-01-01', endsOn: '2024-06-30' })
    const second = await doing.sent(trainee, leader, { kind: 'INSTITUTION', place: { name: 'Solbakken' } })
    const withFilter = async (filter: object) => idsOf(await read(leader, { filter }))
    expect(await withFilter({ search: 'solbak' })).toEqual([second.id])
    expect(await withFilter({ search: '%' })).toEqual([])
    expect(await withFilter({ kind: ['INSTITUTION'] })).toEqual([second.id])
    expect(await withFilter({ traineeId: circle.mentor.personId })).toEqual([])
    expect(await withFilter({ traineeId: "' OR 1=1" })).toEqual([])
    const orderBy = { field: 'STARTS_ON', direction: 'DESC' }
    expect(idsOf(await read(leader, { orderBy }))).toEqual([second.id, first.id])
  })
})

describe('B02 live', () => {
  test('what happens after the list was read arrives in order, with what it did to the list', async () => {
    const { trainee, leader } = circle
    const { eventCursor } = await read(leader)
    const events = await queues.subscribe(
      { kind: 'SERVICE_TIME', scope: 'MINE', after: eventCursor },
      { actor: leader, now: NOON },
    )
    const next = async () => {
      const { value } = await events.next()
      return [value.change, value.tab, value.subjectId]
    }
    const sent = await doing.sent(trainee, leader)
    expect(await next()).toEqual(['ENTERED', 'WAITING', sent.id])
    const { servicePeriod } = await doing.command(leader, 'signServicePeriod', sent)
    expect(await next()).toEqual(['CHANGED', 'SIGNED', sent.id])
    await doing.command(trainee, 'removeServicePeriod', servicePeriod ?? sent)
    expect(await next()).toEqual(['LEFT', null, sent.id])
    await events.return?.()
  })

  test('the trainee and who leads them follow the periods, whoever decides; nobody else hears of them', async () => {
    const { trainee, leader, deputy, mentor, stranger } = circle
    const before = (await read(leader)).eventCursor
    const sent = await doing.sent(trainee, leader)
    const open = await Promise.all(
      [trainee, leader, deputy, mentor, stranger].map((one) => follow(one, before)),
    )
    const [own, led, stoodInFor, guided, strange] = open
    await doing.command(leader, 'rejectServicePeriod', sent, { comment: 'Feil sted' })
    const removed = { ...sent, version: sent.version + 1 }
    await doing.command(trainee, 'removeServicePeriod', removed)
    // Sent, rejected, removed: each event shows the period as it stands now, and by now it is gone.
    for (const events of [own, led, stoodInFor])
      for (let step = 0; step < 3; step += 1)
        expect(await heard(events)).toEqual({ servicePeriodId: sent.id, servicePeriod: null })
    const again = await doing.sent(trainee, leader)
    expect(await heard(own)).toEqual({
      servicePeriodId: again.id,
      servicePeriod: { id: again.id, status: 'WAITING' },
    })
    for (const events of [guided, strange])
      expect(await Promise.race([events?.next(), sleep(300, 'nothing')])).toBe('nothing')
    for (const events of open) await events.return?.()
  })

  async function follow(actor: Actor, after: string) {
    const document = `subscription { serviceTimeRecordChanged(traineeId: "${circle.trainee.personId}", after: "${after}") {
      servicePeriodId servicePeriod { id status } } }`
    const contextValue = { actor, now: NOON }
    const events = await openStream({ schema, document: parse(document), contextValue })
    if (!(Symbol.asyncIterator in events)) throw new Error(JSON.stringify(events.errors))
    return events
  }
  async function heard(events: AsyncIterator<unknown> | undefined) {
    const told = (await events?.next()) as
      { value: { data: { serviceTimeRecordChanged: object } } } | undefined
    return JSON.parse(JSON.stringify(told?.value.data.serviceTimeRecordChanged)) as object
  }
})

describe('B01 many at once', () => {
  test('one record each, outcomes in the order sent; what is stale does not hold up the rest', async () => {
    const { trainee, leader } = circle
    const spans = [1, 2, 3].map((month) => ({ startsOn: `2026-0${month}-01`, endsOn: `2026-0${month}-28` }))
    const rows = []
    for (const span of spans) rows.push(await doing.sent(trainee, leader, span))
    const input = {
      rows: rows.map(({ id, version }, at) => ({ id, expectedVersion: at === 1 ? 1 : version })),
      comment: 'Samlet',
    }
    const document = `mutation ($input: SignServicePeriodsInput!) { answer: signServicePeriods(input: $input) {
      ... on SignServicePeriodsSuccess { succeeded counts { waiting signed } rows { id outcome { __typename } } } } }`
    const { answer } = await graph.ask<{ answer: object }>(leader, document, { input })
    const [one, two, three] = rows.map(({ id }) => id)
    expect(answer).toEqual({
      succeeded: 2,
      counts: { waiting: 1, signed: 2 },
      rows: [
        { id: one, outcome: { __typename: 'SignServicePeriodSuccess' } },
        { id: two, outcome: { __typename: 'StaleVersion' } },
        { id: three, outcome: { __typename: 'SignServicePeriodSuccess' } },
      ],
    })
    expect(await database.decisionRecord.count({ where: { traineeId: trainee.personId } })).toBe(2)
  })
})

describe('F135 the page asks the database equally often', () => {
  test('1, 10 and 100 periods of as many trainees', async () => {
    const { leader } = await graph.aCircle()
    const counts: number[] = []
    let there = 0
    for (const wanted of [1, 10, 100]) {
      for (; there < wanted; there += 1) await aWaitingPeriod(leader, there)
      const statements = await graph.statements(() => read(leader, { first: 200 }))
      counts.push(statements.length)
    }
    expect(counts[1]).toBe(counts[0])
    expect(counts[2]).toBe(counts[0])
    const { totalCount, edges } = await read(leader, { first: 200 })
    expect([totalCount, edges.length, edges[0]?.node.countedDays]).toEqual([100, 100, 153])
  }, 60_000)

  async function aWaitingPeriod(leader: Actor, at: number) {
    const trainee = await graph.somebody(`Lege ${at}`, true)
    await graph.relate('LEADER', trainee.personId, leader.personId)
    await doing.sent(trainee, leader)
  }
})
