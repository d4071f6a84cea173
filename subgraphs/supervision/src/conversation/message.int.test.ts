import { conversationChanged, type ConversationChangedEvent } from '@kompetanse/schema/events/supervision'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { bus } from '../database.ts'
import { conversationActs, THURSDAY } from '../testing/conversations.ts'
import { aCircle, startTestGraph, type TestGraph } from '../testing/graph.ts'

let graph: TestGraph
const heard: ConversationChangedEvent[] = []
beforeAll(async () => {
  graph = await startTestGraph()
  await bus.consume(conversationChanged, async (event) => void heard.push(event))
})
afterAll(() => graph.stop())

test('other subgraphs hear when and how it stands, each version once, and never a word of what is written', async () => {
  const acts = conversationActs(graph)
  const { mentor, trainee } = await aCircle()
  const id = await acts.finalised(mentor, trainee)
  await expect.poll(() => heard.length).toBe(3)
  const common = { conversationId: id, traineeId: trainee.personId, mentorId: mentor.personId }
  const when = { startsAt: THURSDAY, durationMinutes: 90 }
  expect(heard).toEqual([
    { ...common, ...when, command: 'INVITE', status: 'INVITED', byId: mentor.personId, version: 1 },
    { ...common, ...when, command: 'ACCEPT', status: 'PLANNED', byId: trainee.personId, version: 2 },
    { ...common, ...when, command: 'FINALISE', status: 'FINALISED', byId: mentor.personId, version: 3 },
  ])
})
