import { replayAll } from '@kompetanse/events'
import {
  conversationChanged,
  goalsAssessed,
  type ConversationChangedEvent,
  type GoalsAssessedEvent,
} from '@kompetanse/schema/events/supervision'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { bus, subgraph } from '../database.ts'
import { AFTER, conversationActs, THURSDAY } from '../testing/conversations.ts'
import { aCircle, startTestGraph, type TestGraph } from '../testing/graph.ts'
import { replays } from '../replays.ts'

let graph: TestGraph
const heard: ConversationChangedEvent[] = []
const assessed: GoalsAssessedEvent[] = []
beforeAll(async () => {
  graph = await startTestGraph()
  await bus.consume(conversationChanged, async (event) => void heard.push(event))
  await bus.consume(goalsAssessed, async (event) => void assessed.push(event))
})
afterAll(() => graph.stop())

test('other subgraphs hear when and how it stands, each version once, and never a word of what is written', async () => {
  const acts = conversationActs(graph)
  const { mentor, trainee } = await aCircle()
  const id = await acts.finalised(mentor, trainee)
  await expect.poll(() => heard.length).toBe(3)
  const common = { conversationId: id, traineeId: trainee.personId, mentorId: mentor.personId }
  const when = { startsAt: THURSDAY, durationMinutes: 90, invitedById: mentor.personId }
  expect(heard.map(({ at: _at, ...told }) => told)).toEqual([
    { ...common, ...when, command: 'INVITE', status: 'INVITED', byId: mentor.personId, version: 1 },
    { ...common, ...when, command: 'ACCEPT', status: 'PLANNED', byId: trainee.personId, version: 2 },
    { ...common, ...when, command: 'FINALISE', status: 'FINALISED', byId: mentor.personId, version: 3 },
  ])
  for (const { at } of heard) expect(new Date(at).toISOString()).toBe(at)
})

test('B03 what the mentor said of goals is told when it is signed, not before, with no word of the conversation', async () => {
  const acts = conversationActs(graph)
  const { mentor, trainee } = await aCircle()
  const [ready, notYet, unsaid] = [crypto.randomUUID(), crypto.randomUUID(), crypto.randomUUID()]
  const conversationId = await acts.planned(mentor, trainee, { goalIds: [ready, notYet, unsaid] })
  const assessments = [
    { goalId: ready, assessment: 'RECOMMENDED' },
    { goalId: notYet, assessment: 'NOT_YET' },
  ]
  await acts.act(mentor, 'assessConversationGoals', { conversationId, assessments })
  await acts.write(mentor, conversationId, 'Bare for de to.')
  const none = await acts.finalised(mentor, trainee)
  await expect.poll(() => heard.some(({ conversationId: id }) => id === none)).toBe(true)
  expect(assessed).toEqual([])
  await acts.act(mentor, 'finaliseConversation', { conversationId }, AFTER)
  const message = {
    ...{ conversationId, traineeId: trainee.personId, byId: mentor.personId, at: AFTER.toISOString() },
    goals: [
      { goalId: ready, recommended: true },
      { goalId: notYet, recommended: false },
    ],
    version: 4,
  }
  await expect.poll(() => assessed).toEqual([message])
  // The two events of one command come in any order.
  const finalised = (event: ConversationChangedEvent) =>
    event.conversationId === conversationId && event.command === 'FINALISE'
  await expect.poll(() => heard.some(finalised)).toBe(true)
  const last = heard.find(finalised)
  const before = heard.length
  expect(await replayAll(subgraph, replays)).toEqual({
    'supervision.conversation-changed': 3,
    'supervision.goals-assessed': 1,
  })
  await expect.poll(() => assessed).toEqual([message, message])
  await expect.poll(() => heard.length).toBe(before + 3)
  expect(heard.slice(before)).toContainEqual(last)
})
