import { setTimeout as sleep } from 'node:timers/promises'
import { onPerson } from '@kompetanse/directory'
import type { Circle } from '@kompetanse/directory/testing'
import { settled } from '@kompetanse/live/testing'
import type { Actor } from '@kompetanse/schema/actor-token'
import { brandId } from '@kompetanse/schema/ids'
import { parse, subscribe as subscribeGraph, type ExecutionResult } from 'graphql'
import pg from 'pg'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import * as Y from 'yjs'
import { pool } from '../database.ts'
import { schema } from '../schema.ts'
import { conversationActs, THURSDAY } from '../testing/conversations.ts'
import { aCircle, NOON, startTestGraph, type TestGraph } from '../testing/graph.ts'
import { subscribeConversation, type SeenEvent } from '../conversation/use-cases/subscribe.ts'

let graph: TestGraph
let acts: ReturnType<typeof conversationActs>
let circle: Circle
let conversationId: string
const open: AsyncIterator<unknown>[] = []

beforeAll(async () => {
  graph = await startTestGraph()
  acts = conversationActs(graph)
})
afterAll(() => graph.stop())
beforeEach(async () => {
  circle = await aCircle()
  conversationId = await acts.planned(circle.mentor, circle.trainee)
  await settled(pool)
})
afterEach(async () => {
  for (const iterator of open.splice(0)) await iterator.return?.()
})

async function subscribe(actor: Actor, after: string | null) {
  const events = await subscribeConversation(
    { conversationId: brandId(conversationId), after },
    { actor, now: NOON },
  )
  open.push(events)
  const next = async () => (await events.next()).value as SeenEvent
  const take = async (count: number) => {
    const got: SeenEvent[] = []
    while (got.length < count) got.push(await next())
    return got
  }
  return { events, next, take }
}

const readAt = async (actor: Actor) => {
  const query = `query ($id: ID!) { supervisionConversation(id: $id) { eventCursor minutes { state } } }`
  return (
    await graph.ask<{ supervisionConversation: { eventCursor: string; minutes: { state: string } } }>(
      actor,
      query,
      {
        id: conversationId,
      },
    )
  ).supervisionConversation
}

describe('B02 a conversation that is open in two browsers', () => {
  test('what happens after it was read arrives in order, and the other’s words fall into place', async () => {
    const { eventCursor, minutes } = await readAt(circle.mentor)
    const browser = new Y.Doc()
    Y.applyUpdate(browser, Buffer.from(minutes.state, 'base64'))
    const live = await subscribe(circle.mentor, eventCursor)
    await acts.write(circle.trainee, conversationId, 'Hei')
    await acts.write(circle.trainee, conversationId, ', Mona')
    await acts.act(circle.trainee, 'editConversationAgenda', {
      conversationId,
      place: null,
      topics: [],
      goalIds: [],
    })
    await acts.act(circle.trainee, 'rescheduleConversation', {
      ...{ conversationId, startsAt: '2026-09-25T12:00:00Z', durationMinutes: 60 },
    })
    await acts.act(circle.mentor, 'acceptConversationInvitation', { conversationId })
    const got = await live.take(5)
    expect(got.map(({ change, part, sequence }) => [change, part, sequence])).toEqual([
      ['TEXT_WRITTEN', 'MINUTES', 1],
      ['TEXT_WRITTEN', 'MINUTES', 2],
      ['AGENDA_CHANGED', null, null],
      ['RESCHEDULED', null, null],
      ['STATUS_CHANGED', null, null],
    ])
    expect(got.map(({ cursor }) => cursor)).toEqual(got.map(({ cursor }) => cursor).toSorted())
    for (const { update } of got.slice(0, 2)) Y.applyUpdate(browser, update as Uint8Array)
    expect(browser.getText('text').toString()).toBe('Hei, Mona')
  })

  test('who resumes with a cursor misses nothing and gets nothing twice', async () => {
    const first = await subscribe(circle.mentor, null)
    await acts.write(circle.trainee, conversationId, 'En')
    const { cursor } = await first.next()
    await acts.write(circle.trainee, conversationId, ' to')
    await acts.write(circle.trainee, conversationId, ' tre')
    const again = await subscribe(circle.mentor, cursor)
    expect((await again.take(2)).map(({ sequence }) => sequence)).toEqual([2, 3])
  })

  test('an event that commits late is not lost: a later one waits for it', async () => {
    const live = await subscribe(circle.mentor, null)
    const slow = new pg.Client({ connectionString: graph.url, options: '-c search_path=supervision' })
    await slow.connect()
    await slow.query('BEGIN')
    await slow.query(
      `INSERT INTO conversation_event (conversation_id, trainee_id, mentor_id, change, by_id)
       VALUES ($1, $2, $3, 'AGENDA_CHANGED', $2)`,
      [conversationId, circle.trainee.personId, circle.mentor.personId],
    )
    await acts.write(circle.trainee, conversationId, 'x')
    const next = live.next()
    expect(await Promise.race([next, sleep(300, 'held back')])).toBe('held back')
    await slow.query('COMMIT')
    await slow.end()
    expect((await next).change).toBe('AGENDA_CHANGED')
    expect((await live.next()).change).toBe('TEXT_WRITTEN')
  })

  test('another conversation is another stream', async () => {
    const live = await subscribe(circle.mentor, null)
    const other = await acts.planned(circle.mentor, circle.trainee, { startsAt: '2026-10-01T12:00:00Z' })
    await acts.write(circle.trainee, other, 'x')
    expect(await Promise.race([live.next(), sleep(300, 'nothing')])).toBe('nothing')
  })

  test('when access ends the stream ends, and the event is not told', async () => {
    const live = await subscribe(circle.mentor, null)
    const gone = { unit: null, enterprise: null, regionCode: null, trainee: null, active: false, version: 2 }
    await onPerson(pool, { personId: circle.mentor.personId, displayName: 'Mona Berg', ...gone })
    await acts.write(circle.trainee, conversationId, 'x')
    expect(await live.events.next()).toEqual({ done: true, value: undefined })
  })

  test('the document that the page sends: who, what, the update and the conversation as it stands', async () => {
    const document = parse(`subscription ($id: ID!) { conversationChanged(conversationId: $id) {
      change written { part sequence update } at by { id displayName }
      conversation { id status version startsAt textSequence minutes { text } } } }`)
    const contextValue = { actor: circle.mentor, now: NOON }
    const variableValues = { id: conversationId }
    const stream = (await subscribeGraph({
      schema,
      document,
      contextValue,
      variableValues,
    })) as AsyncIterableIterator<ExecutionResult>
    open.push(stream)
    await acts.write(circle.trainee, conversationId, 'Hei')
    const { value } = (await stream.next()) as { value: ExecutionResult }
    expect(value.errors).toBeUndefined()
    const { conversationChanged: event } = JSON.parse(JSON.stringify(value.data)) as {
      conversationChanged: { written: { update: string } }
    }
    expect(event).toMatchObject({
      ...{
        change: 'TEXT_WRITTEN',
        written: { part: 'MINUTES', sequence: 1 },
        at: expect.any(String) as string,
      },
      by: { id: circle.trainee.personId, displayName: 'Ada Solheim' },
      conversation: {
        ...{ id: conversationId, status: 'PLANNED', version: 2, startsAt: THURSDAY, textSequence: 1 },
        minutes: { text: 'Hei' },
      },
    })
    const doc = new Y.Doc()
    Y.applyUpdate(doc, Buffer.from(event.written.update, 'base64'))
    expect(doc.getText('text').toString()).toBe('Hei')
  })
})
