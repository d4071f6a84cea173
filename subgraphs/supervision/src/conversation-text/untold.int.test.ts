import type { Circle } from '@kompetanse/directory/testing'
import { everythingOf, subscribe } from '@kompetanse/graph/testing'
import { settled } from '@kompetanse/live/testing'
import type { Actor } from '@kompetanse/schema/actor-token'
import { getNamedType, type ExecutionResult, type GraphQLField, type GraphQLObjectType } from 'graphql'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { pool } from '../database.ts'
import { schema } from '../schema.ts'
import { conversationActs, updateOf } from '../testing/conversations.ts'
import { aCircle, startTestGraph, type TestGraph } from '../testing/graph.ts'

let graph: TestGraph
let acts: ReturnType<typeof conversationActs>
beforeAll(async () => {
  graph = await startTestGraph()
  acts = conversationActs(graph)
  // An event is told as of when it is told: here that is one moment, however slow the machine.
  vi.setSystemTime(NOW)
})
afterAll(() => {
  vi.useRealTimers()
  return graph.stop()
})

const DAY = 86_400_000
const NOW = new Date()
/** Nothing is told of a time to come, but for a minute. */
const at = (days: number) => new Date(NOW.getTime() + days * DAY)
const [SOON, LATER] = [at(10 / 86_400), at(30 / 86_400)]

const of = (type: unknown) => everythingOf(type as GraphQLObjectType, ['Query._service'])
const conversation = (id: string) =>
  `supervisionConversation(id: "${id}") ${of(schema.getType('SupervisionConversation'))}`
const readOf = (id: string) => `{ ${conversation(id)} ${of(schema.getQueryType()).slice(1)}`

type Role = 'trainee' | 'mentor'

/** What is of one run alone: names by number, and where the whole database stood when. */
function alike(told: unknown): string {
  const met: string[] = []
  const numbered = (id: string) => `#${met.includes(id) ? met.indexOf(id) : met.push(id) - 1}`
  return JSON.stringify(told, null, 1)
    .replaceAll(/[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/g, numbered)
    .replaceAll(/ursor": "[^"]+"/g, 'ursor": "…"')
}

/** Everything that the other is told of a conversation while an author writes, between all that happens, or does not. */
async function toldOther(author: Role, writes: boolean): Promise<string> {
  const circle = await aCircle()
  const other = circle[author === 'mentor' ? 'trainee' : 'mentor']
  const { id, typing, act, all } = steps(circle, await agreed(circle))
  const ask = (now: Date) => graph.ask<unknown>(other, readOf(id), {}, now)
  const atFirst = `{ read: supervisionConversation(id: "${id}") { eventCursor } }`
  const { read } = await graph.ask<{ read: { eventCursor: string } }>(other, atFirst)
  const told: unknown[] = []
  for (const step of all) {
    if (writes) await typing(circle[author], 'PREPARATION')
    told.push(await step(), await ask(NOW), await ask(LATER))
  }
  for (const field of SUBSCRIPTIONS) told.push(await heardOn(field, other, { id, after: read.eventCursor }))
  // From here on a digest is withheld from who does not read all that it is of.
  told.push(await act(circle.mentor, 'finaliseConversation', {}, LATER))
  return alike(told)
}

interface Event {
  readonly change: string
}

/** All that one subscription tells, until the last of the steps. */
async function heardOn(
  { name, args, type }: GraphQLField<unknown, unknown>,
  actor: Actor,
  { id, after }: { readonly id: string; readonly after: string },
): Promise<Event[]> {
  const whose = args.some((arg) => arg.name === 'conversationId') ? `conversationId: "${id}", ` : ''
  const query = `subscription { ${name}(${whose}after: "${after}") ${of(getNamedType(type))} }`
  const stream = await subscribe(schema, { actor, query, now: NOW })
  if (!stream) throw new Error(`${name} is refused`)
  const heard: Event[] = []
  while (heard.at(-1)?.change !== LAST) {
    const { value } = (await stream.next()) as IteratorResult<ExecutionResult<Record<string, Event>>>
    const event = value?.data?.[name]
    if (!event) throw new Error(`${name} ends: ${JSON.stringify(value)}`)
    // When it was is by the database's clock.
    heard.push({ ...event, ...('at' in event && { at: null }) })
  }
  await stream.return?.()
  return heard
}

const SUBSCRIPTIONS = Object.values(schema.getSubscriptionType()?.getFields() ?? {})
/** The change that the last of the steps makes. */
const LAST = 'RESCHEDULED'

async function agreed({ mentor, trainee }: Circle): Promise<string> {
  const startsAt = at(1).toISOString()
  const made = await acts.invite(mentor, trainee.personId, { startsAt, goalIds: [GOAL] }, NOW)
  const conversationId = made.conversation?.id ?? ''
  await acts.act(trainee, 'acceptConversationInvitation', { conversationId }, NOW)
  await settled(pool)
  return conversationId
}
const GOAL = '019a0000-0000-7000-8000-00000000000a'

/** Who moves it is not answered, so that it never begins. */
function steps({ mentor, trainee }: Circle, id: string) {
  const typed = { MINUTES: 0, AGREEMENTS: 0, PREPARATION: 0 }
  const typing = (actor: Actor, part: keyof typeof typed = 'MINUTES') => {
    const update = updateOf(null, (text) => {
      // A browser draws its number.
      if (text.doc) text.doc.clientID = ++typed[part]
      text.insert(0, `Ord ${part}. `)
    })
    return acts.send(actor, 'writeConversationText', { conversationId: id, part, update }, NOW)
  }
  const act = (actor: Actor, command: string, input: object, now = NOW) =>
    acts.act(actor, command, { conversationId: id, ...input }, now)
  const assessments = [{ goalId: GOAL, assessment: 'RECOMMENDED' }]
  const all = [
    () => typing(mentor),
    () => typing(trainee),
    () => typing(trainee, 'AGREEMENTS'),
    () => act(trainee, 'editConversationAgenda', { place: 'Her', topics: ['Vakt'], goalIds: [GOAL] }),
    () => act(mentor, 'assessConversationGoals', { assessments }),
    () => typing(mentor, 'AGREEMENTS'),
    () => act(mentor, 'rescheduleConversation', { startsAt: SOON.toISOString(), durationMinutes: 60 }),
  ]
  return { id, typing, act, all }
}

describe('B32 F010 F047 what is written in a preparation that is private leaves no mark on what the other is told', () => {
  test.each(['trainee', 'mentor'] as const)('the %s writes between all that happens', async (author) => {
    const told = await toldOther(author, true)
    expect(told).toContain('FINALISED')
    expect(told).toBe(await toldOther(author, false))
  })
})
