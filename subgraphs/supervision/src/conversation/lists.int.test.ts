import type { Circle } from '@kompetanse/directory/testing'
import { aPerson } from '@kompetanse/graph/testing'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { database } from '../database.ts'
import { AFTER, conversationActs } from '../testing/conversations.ts'
import { aCircle, NOON, relate, somebody, startTestGraph, type TestGraph } from '../testing/graph.ts'

let graph: TestGraph
let acts: ReturnType<typeof conversationActs>
let circle: Circle

beforeAll(async () => {
  graph = await startTestGraph()
  acts = conversationActs(graph)
})
afterAll(() => graph.stop())
beforeEach(async () => {
  circle = await aCircle()
})

describe('F039 F043 lists', () => {
  const LIST = `query ($filter: ConversationFilter, $orderBy: ConversationOrder, $first: Int, $after: String) {
    supervisionConversations(filter: $filter, orderBy: $orderBy, first: $first, after: $after) {
      totalCount pageInfo { hasNextPage endCursor } edges { node { startsAt trainee { displayName } } } } }`
  type List = {
    supervisionConversations: {
      totalCount: number
      pageInfo: { hasNextPage: boolean; endCursor: string }
      edges: { node: { startsAt: string; trainee: { displayName: string } } }[]
    }
  }

  test('of all mentees, newest first, in pages; of one, by status and by Oslo’s days', async () => {
    const { mentor, trainee } = circle
    const other = await somebody('Bo Vik', true)
    await relate('MENTOR', other.personId, mentor.personId)
    for (const day of ['24', '25', '26'])
      await acts.invite(mentor, trainee.personId, { startsAt: `2026-09-${day}T22:30:00Z` })
    await acts.invite(mentor, other.personId, { startsAt: '2026-10-01T10:00:00Z' })
    const ask = async (variables: object) =>
      (await graph.ask<List>(mentor, LIST, { ...variables })).supervisionConversations
    const first = await ask({ first: 2 })
    expect(first).toMatchObject({ totalCount: 4, pageInfo: { hasNextPage: true } })
    expect(first.edges.map(({ node }) => node.trainee.displayName)).toEqual(['Bo Vik', 'Ada Solheim'])
    const second = await ask({ first: 2, after: first.pageInfo.endCursor })
    expect(second.edges.map(({ node }) => node.startsAt.slice(8, 10))).toEqual(['25', '24'])
    // At 22.30 UTC it is the next day in Oslo.
    expect(await ask({ filter: { startsOn: '2026-09-25', endsOn: '2026-09-26' } })).toMatchObject({
      totalCount: 2,
    })
    expect(await ask({ filter: { traineeId: other.personId } })).toMatchObject({ totalCount: 1 })
    expect(await ask({ filter: { status: ['PLANNED'] } })).toMatchObject({ totalCount: 0 })
    const orderBy = { field: 'TRAINEE_NAME', direction: 'ASC' }
    expect((await ask({ orderBy })).edges.map(({ node }) => node.trainee.displayName)).toEqual([
      ...Array<string>(3).fill('Ada Solheim'),
      'Bo Vik',
    ])
  })

  test('F085 what waits: to answer, to prepare, to finalise, and the next', async () => {
    const { mentor, trainee } = circle
    const id = await acts.planned(mentor, trainee)
    await acts.invite(trainee, trainee.personId, { startsAt: '2026-12-01T10:00:00Z' })
    const TASKS = '{ viewer { conversationTasks { invitationsToAnswer toPrepare toFinalise next { id } } } }'
    const tasks = async (actor: typeof mentor, now = NOON) =>
      (await graph.ask<{ viewer: { conversationTasks: object } }>(actor, TASKS, {}, now)).viewer
        .conversationTasks
    expect(await tasks(mentor)).toEqual({ invitationsToAnswer: 1, toPrepare: 1, toFinalise: 0, next: { id } })
    await acts.write(mentor, id, 'Fem mål', 'PREPARATION')
    expect(await tasks(mentor)).toMatchObject({ toPrepare: 0 })
    expect(await tasks(trainee)).toMatchObject({ invitationsToAnswer: 0, toPrepare: 1, next: { id } })
    expect(await tasks(mentor, AFTER)).toMatchObject({ toFinalise: 1 })
    expect(await tasks(trainee, AFTER)).toMatchObject({ toFinalise: 0 })
    const ends = (day: string) =>
      database.relation.updateMany({
        where: { personId: mentor.personId },
        data: { validTo: new Date(day) },
      })
    await ends('2026-09-24')
    expect(await tasks(mentor, AFTER)).toMatchObject({ toFinalise: 1 })
    await ends('2026-09-23')
    expect(await tasks(mentor, AFTER)).toMatchObject({ toFinalise: 0 })
    expect(await tasks(aPerson('', { kind: 'machine' }))).toMatchObject({ toFinalise: 0, next: null })
  })
})
