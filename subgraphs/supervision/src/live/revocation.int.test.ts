import type { Circle } from '@kompetanse/directory/testing'
import { effectOf, liveFields, RIGHTS, type Effect, type Right } from '@kompetanse/live/testing'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { pool } from '../database.ts'
import { schema } from '../schema.ts'
import { conversationActs } from '../testing/conversations.ts'
import { startTestGraph, type TestGraph } from '../testing/graph.ts'

let graph: TestGraph
let acts: ReturnType<typeof conversationActs>
beforeAll(async () => {
  graph = await startTestGraph()
  acts = conversationActs(graph)
})
afterAll(() => graph.stop())

// Its two parties hear of a conversation and nobody else; a mentor who is one no more goes on reading it.
const OF_PARTIES = { LEADER: 'NEVER', MENTOR: 'KEEPS', SUPERVISOR: 'NEVER', DEPUTYSHIP: 'NEVER' } as const
const EFFECTS: Readonly<Record<string, Readonly<Record<Right, Effect>>>> = {
  conversationChanged: OF_PARTIES,
  ownConversationsChanged: OF_PARTIES,
}

const happen = ({ trainee, mentor }: Circle, _listener: unknown, conversationId: string) =>
  pool.query(
    `INSERT INTO conversation_event (conversation_id, trainee_id, mentor_id, change, by_id)
     VALUES ($1, $2, $3, 'AGENDA_CHANGED', $2)`,
    [conversationId, trainee.personId, mentor.personId],
  )

const fields = liveFields(schema)

test('B02 every live field is tried with every right', () => {
  expect(fields.map(({ key }) => key).toSorted()).toEqual(Object.keys(EFFECTS).toSorted())
})

describe.concurrent('B02 F074 what becomes of a stream when the right to it ends', () => {
  test.each(fields.flatMap((field) => RIGHTS.map((right) => [field.key, right, field] as const)))(
    '%s: %s',
    async (key, right, field) => {
      const subject = ({ mentor, trainee }: Circle) => acts.planned(mentor, trainee)
      const effect = await effectOf(field, right, { schema, database: pool, subject, happen })
      expect(effect).toBe(EFFECTS[key]?.[right])
    },
  )
})
