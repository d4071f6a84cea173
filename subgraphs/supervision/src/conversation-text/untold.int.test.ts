import type { Circle } from '@kompetanse/directory/testing'
import { everythingOf, subscribe } from '@kompetanse/graph/testing'
import type { Actor } from '@kompetanse/schema/actor-token'
import type { ExecutionResult, GraphQLObjectType } from 'graphql'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { schema } from '../schema.ts'
import { conversationActs, updateOf } from '../testing/conversations.ts'
import { aCircle, startTestGraph, type TestGraph } from '../testing/graph.ts'

let graph: TestGraph
let acts: ReturnType<typeof conversationActs>
beforeAll(async () => {
  graph = await startTestGraph()
  acts = conversationActs(graph)
})
afterAll(() => graph.stop())

const DAY = 86_400_000
const NOW = new Date()
/** Nothing is told of a time to come, but for a minute. */
const at = (days: number) => new Date(NOW.getTime() + days * DAY)
const [SOON, LATER] = [at(10 / 86_400), at(30 / 86_400)]

const all = (name: string) => everythingOf(schema.getType(name) as GraphQLObjectType)
const READ = `query ($id: ID!) { supervisionConversation(id: $id) ${all('SupervisionConversation')}
  supervisionConversations ${all('SupervisionConversationConnection')} }`
const HEAR = `subscription ($id: ID!) { conversationChanged(conversationId: $id) ${all('ConversationEvent')} }`

type Role = 'trainee' | 'mentor'
type Answered = ExecutionResult<{ conversationChanged: object }>

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
  const acting = steps(circle, await agreed(circle))
  const { id, typing } = acting
  const stream = await subscribe(schema, { actor: other, query: HEAR, variables: { id }, now: NOW })
  const told: unknown[] = []
  for (const step of acting.all) {
    if (writes) await typing(circle[author], 'PREPARATION')
    const heard = stream?.next()
    told.push(await step())
    const { data } = (await heard)?.value as Answered
    // When it was: by the database's clock.
    told.push({ ...data?.conversationChanged, at: null })
    for (const now of [NOW, LATER]) told.push(await graph.ask<unknown>(other, READ, { id }, now))
  }
  await stream?.return?.()
  // From here on a digest is withheld from who does not read all that it is of.
  told.push(await acting.act(circle.mentor, 'finaliseConversation', {}, LATER))
  return alike(told)
}

async function agreed({ mentor, trainee }: Circle): Promise<string> {
  const startsAt = at(1).toISOString()
  const made = await acts.invite(mentor, trainee.personId, { startsAt, goalIds: [GOAL] }, NOW)
  const conversationId = made.conversation?.id ?? ''
  await acts.act(trainee, 'answerConversationInvitation', { conversationId, accept: true }, NOW)
  return conversationId
}
const GOAL = '019a0000-0000-7000-8000-00000000000a'

/** Each is heard of once. Whoever moves it last is not answered, so that it never begins. */
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
    () => act(mentor, 'rescheduleConversation', { startsAt: SOON.toISOString(), durationMinutes: 60 }),
    () => typing(mentor, 'AGREEMENTS'),
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
