import type { Circle } from '@kompetanse/directory/testing'
import { revocationTests, type Effects, type Happening } from '@kompetanse/live/testing'
import { afterAll, beforeAll } from 'vitest'
import { pool } from '../database.ts'
import { schema } from '../schema.ts'
import { conversationActs } from './conversations.ts'
import { startTestGraph, type TestGraph } from './graph.ts'

let graph: TestGraph
let acts: ReturnType<typeof conversationActs>
beforeAll(async () => {
  graph = await startTestGraph()
  acts = conversationActs(graph)
})
afterAll(() => graph.stop())

// Its two parties hear of a conversation and nobody else; a mentor who is one no more goes on reading it.
const OF_PARTIES = { LEADER: 'NEVER', MENTOR: 'KEEPS', SUPERVISOR: 'NEVER', DEPUTYSHIP: 'NEVER' } as const
const EFFECTS: Effects = {
  conversationChanged: OF_PARTIES,
  ownConversationsChanged: OF_PARTIES,
}

const happen = ({ circle: { trainee, mentor }, subject: conversationId }: Happening) =>
  pool.query(
    `INSERT INTO conversation_event (conversation_id, trainee_id, mentor_id, change, by_id)
     VALUES ($1, $2, $3, 'AGENDA_CHANGED', $2)`,
    [conversationId, trainee.personId, mentor.personId],
  )

const subject = ({ mentor, trainee }: Circle) => acts.planned(mentor, trainee)
revocationTests('F074', { schema, database: pool, subject, happen }, EFFECTS)
