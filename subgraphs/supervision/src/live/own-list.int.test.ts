import { setTimeout as sleep } from 'node:timers/promises'
import { onPerson } from '@kompetanse/directory'
import type { Circle } from '@kompetanse/directory/testing'
import type { Actor } from '@kompetanse/schema/actor-token'
import { parse, subscribe, type ExecutionResult } from 'graphql'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { pool } from '../database.ts'
import { schema } from '../schema.ts'
import { conversationActs, THURSDAY } from '../testing/conversations.ts'
import { aCircle, NOON, startTestGraph, type TestGraph } from '../testing/graph.ts'

let graph: TestGraph
let acts: ReturnType<typeof conversationActs>
let circle: Circle
const open: AsyncIterator<unknown>[] = []

beforeAll(async () => {
  graph = await startTestGraph()
  acts = conversationActs(graph)
})
afterAll(() => graph.stop())
beforeEach(async () => void (circle = await aCircle()))
afterEach(async () => {
  for (const iterator of open.splice(0)) await iterator.return?.()
})

const LIVE = parse(`subscription ($after: EventCursor) { ownConversationsChanged(after: $after) {
  change conversationId conversation { id status startsAt }
  tasks { invitationsToAnswer toPrepare toFinalise next { id } } } }`)

interface Event {
  readonly change: string
  readonly conversationId: string
  readonly conversation: { readonly status: string; readonly startsAt: string } | null
  readonly tasks: { readonly invitationsToAnswer: number; readonly next: { readonly id: string } | null }
}

async function follow(actor: Actor, after: string | null = null) {
  const stream = (await subscribe({
    ...{ schema, document: LIVE, variableValues: { after }, contextValue: { actor, now: NOON } },
  })) as AsyncIterableIterator<ExecutionResult>
  open.push(stream)
  const next = async (): Promise<Event> => {
    const { value } = (await stream.next()) as { value: ExecutionResult }
    expect(value.errors).toBeUndefined()
    return (JSON.parse(JSON.stringify(value.data)) as { ownConversationsChanged: Event })
      .ownConversationsChanged
  }
  const nothing = () => Promise.race([next(), sleep(300, 'nothing')])
  return { next, nothing }
}

const listReadAt = async (actor: Actor) => {
  const query =
    '{ supervisionConversations { eventCursor totalCount } viewer { conversationTasks { eventCursor } } }'
  const data = await graph.ask<{
    supervisionConversations: { eventCursor: string; totalCount: number }
    viewer: { conversationTasks: { eventCursor: string } }
  }>(actor, query)
  expect(data.viewer.conversationTasks.eventCursor).toBe(data.supervisionConversations.eventCursor)
  return data.supervisionConversations
}

const FRIDAY = '2026-09-25T12:00:00.000Z'
const move = (actor: Actor, conversationId: string) =>
  acts.act(actor, 'rescheduleConversation', { conversationId, startsAt: FRIDAY, durationMinutes: 60 })

describe('B02 an open list of own conversations', () => {
  test('F039 F043 an invitation, an answer, a move and a cancellation reach the other, and what is written does not', async () => {
    const [mentor, trainee] = [await follow(circle.mentor), await follow(circle.trainee)]
    const id = (await acts.invite(circle.mentor, circle.trainee.personId)).conversation?.id ?? ''
    expect(await trainee.next()).toMatchObject({
      ...{ change: 'CREATED', conversationId: id, conversation: { status: 'INVITED', startsAt: THURSDAY } },
      tasks: { invitationsToAnswer: 1, next: { id } },
    })
    expect(await mentor.next()).toMatchObject({ change: 'CREATED', tasks: { invitationsToAnswer: 0 } })
    await acts.act(circle.trainee, 'acceptConversationInvitation', { conversationId: id })
    for (const { next } of [mentor, trainee])
      expect(await next()).toMatchObject({
        conversation: { status: 'PLANNED' },
        tasks: { invitationsToAnswer: 0 },
      })
    await acts.write(circle.trainee, id, 'Bare for de to.')
    await move(circle.trainee, id)
    expect(await mentor.next()).toMatchObject({
      ...{ change: 'RESCHEDULED', conversation: { startsAt: FRIDAY }, tasks: { invitationsToAnswer: 1 } },
    })
    await acts.act(circle.trainee, 'cancelConversation', { conversationId: id, reason: 'Vakt.' })
    expect(await mentor.next()).toMatchObject({
      ...{ change: 'STATUS_CHANGED', conversation: { status: 'CANCELLED' }, tasks: { next: null } },
    })
  })

  test('what happens between the reading and the stream, or while it is cut, comes once and in order', async () => {
    const { eventCursor, totalCount } = await listReadAt(circle.trainee)
    expect(totalCount).toBe(0)
    const repeat = { everyWeeks: 2, end: { count: 3 } }
    const { conversations = [] } = await acts.invite(circle.mentor, circle.trainee.personId, { repeat })
    await move(circle.mentor, conversations[0]?.id ?? '')
    const live = await follow(circle.trainee, eventCursor)
    const got = [await live.next(), await live.next(), await live.next(), await live.next()]
    expect(got.map(({ change }) => change)).toEqual(['CREATED', 'CREATED', 'CREATED', 'RESCHEDULED'])
    expect(new Set(got.slice(0, 3).map(({ conversationId }) => conversationId))).toEqual(
      new Set(conversations.map(({ id }) => id)),
    )
    expect(await live.nothing()).toBe('nothing')
  })

  test('F128 the leader, another mentor, support and who has left are told nothing', async () => {
    const elsewhere = await aCircle()
    const support = { ...circle.leader, grants: [{ role: 'SUPPORT' as const }] } as unknown as Actor
    const gone = { unit: null, enterprise: null, regionCode: null, trainee: null, active: false, version: 2 }
    const streams = [
      await follow(circle.leader),
      await follow(elsewhere.mentor),
      await follow(support),
      await follow(circle.mentor),
    ]
    await onPerson(pool, { personId: circle.mentor.personId, displayName: 'Mona Berg', ...gone })
    const own = await follow(circle.trainee)
    await pool.query(
      `INSERT INTO conversation (id, trainee_id, mentor_id, status, invited_by_id, starts_at, duration_minutes, topics, created_at)
       VALUES (gen_random_uuid(), $1, $2, 'PLANNED', $1, now(), 60, '{}', now())`,
      [circle.trainee.personId, circle.mentor.personId],
    )
    await pool.query(
      `INSERT INTO conversation_event (conversation_id, trainee_id, mentor_id, change, by_id)
       SELECT id, trainee_id, mentor_id, 'CREATED', trainee_id FROM conversation WHERE trainee_id = $1`,
      [circle.trainee.personId],
    )
    expect(await own.next()).toMatchObject({ change: 'CREATED' })
    for (const { nothing } of streams) expect(await nothing()).toBe('nothing')
  })
})
