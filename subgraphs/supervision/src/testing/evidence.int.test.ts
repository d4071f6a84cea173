import { attack, breakPastGuards, tamper } from '@kompetanse/database/testing/evidence'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { conversationActs } from './conversations.ts'
import { aCircle, startTestGraph, type TestGraph } from './graph.ts'

let graph: TestGraph
let people: Awaited<ReturnType<typeof aCircle>>
const ids: string[] = []

beforeAll(async () => {
  graph = await startTestGraph()
  people = await aCircle()
  const acts = conversationActs(graph)
  const goalIds = [crypto.randomUUID(), crypto.randomUUID()]
  for (let at = 0; at < 2; at += 1) ids.push(await acts.finalised(people.mentor, people.trainee, { goalIds }))
})
afterAll(() => graph.stop())

const REOPEN = `status = 'PLANNED', finalised_by_id = NULL, finalised_at = NULL, digest = NULL`

// What the columns do not say.
const ALSO_FORBIDDEN = [
  `UPDATE conversation SET ${REOPEN}`,
  `UPDATE conversation SET ${REOPEN}, place = 'Et annet sted'`,
  `UPDATE conversation SET digest = repeat('0', 64), place = 'Et annet sted'`,
  `INSERT INTO conversation_text (conversation_id, part, state, text, sequence, updated_by_id, updated_at)
   SELECT conversation_id, 'AGREEMENTS', state, 'Noe annet', sequence, updated_by_id, updated_at FROM conversation_text`,
  `INSERT INTO conversation_record (id, conversation_id, trainee_id, by_id, role, at, content, digest)
   SELECT gen_random_uuid(), gen_random_uuid(), trainee_id, by_id, role, at, content, digest FROM conversation_record`,
]

// Kept from who serves too, but not part of what the mentor signs: a superuser's change of it is not noticed.
const NOT_SIGNED = [
  ...['series_id', 'invited_by_id', 'created_at', 'text_sequence'].map((one) => `conversation.${one}`),
  'conversation_goal.position',
  ...['conversation_history.id', 'conversation_history.starts_at', 'conversation_history.reason'],
  'conversation_history +',
  ...['state', 'sequence', 'updated_by_id', 'updated_at', 'writers'].map((one) => `conversation_text.${one}`),
  ...['id', 'note', 'meeting_id', 'recorded_at', 'version'].map((one) => `guidance_entry.${one}`),
]

describe('F059 what a mentor has finalised stands', () => {
  test('against each forbidden statement, of each role, on each table that has something of it', async () => {
    const { adminUrl } = graph
    const tried = await attack({ adminUrl, schema: 'supervision', alsoForbidden: ALSO_FORBIDDEN })
    expect(tried.tables.map(({ name }) => name)).toEqual([
      ...[
        'conversation',
        'conversation_goal',
        'conversation_history',
        'conversation_record',
        'conversation_text',
      ],
      'guidance_entry',
    ])
    expect(tried.empty).toEqual([])
    // Word for word what was said before.
    const again = `INSERT INTO conversation_history SELECT (jsonb_populate_record(true_one, jsonb_build_object('id', gen_random_uuid()))).* FROM conversation_history true_one`
    expect(tried.permitted).toEqual([`supervision: ${again}`, `supervision_owner: ${again}`])
  })

  test('what the superuser changes nonetheless is noticed', async () => {
    const { adminUrl } = graph
    expect(await tamper({ adminUrl, schema: 'supervision', alsoForbidden: ALSO_FORBIDDEN })).toEqual(
      NOT_SIGNED,
    )
  })

  test('what does not stand is shown as no signature, and the others as they are', async () => {
    const { adminUrl } = graph
    const past = (statement: string) => breakPastGuards({ adminUrl, schema: 'supervision' }, statement)
    expect(await past('SELECT 1')).toEqual([])
    expect(
      await past(`UPDATE conversation_text SET text = 'Noe annet' WHERE conversation_id = '${ids[0]}'`),
    ).toEqual([{ table: 'supervision.conversation', id: ids[0] }])
    const query = `query ($id: ID!) { supervisionConversation(id: $id) { status signature { digest } } }`
    const of = (id = '') => graph.ask<object>(people.trainee, query, { id })
    expect(await of(ids[0])).toEqual({ supervisionConversation: { status: 'UNVERIFIED', signature: null } })
    expect(await of(ids[1])).toMatchObject({
      supervisionConversation: { status: 'FINALISED', signature: {} },
    })
  })
})
