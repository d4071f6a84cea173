import { attack, breakPastGuards, tamper } from '@kompetanse/database/testing/evidence'
import { applyNewest } from '@kompetanse/database/testing/newest'
import type { Actor } from '@kompetanse/schema/actor-token'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { AFTER, conversationActs, THURSDAY } from './conversations.ts'
import { aCircle, startTestGraph, type TestGraph } from './graph.ts'

let graph: TestGraph
let people: Awaited<ReturnType<typeof aCircle>>
const ids: string[] = []

beforeAll(async () => {
  graph = await startTestGraph()
  people = await aCircle()
  const { mentor, trainee } = people
  const acts = conversationActs(graph)
  const goalIds = [crypto.randomUUID(), crypto.randomUUID()]
  const repeat = { everyWeeks: 1, end: { count: 2 } }
  const { conversations = [] } = await acts.invite(mentor, trainee.personId, { goalIds, repeat })
  ids.push(...conversations.map(({ id }) => id))
  const [one = '', other = ''] = ids
  await finalise(one, goalIds, 'NOT_YET')
  await finalise(other, goalIds, 'RECOMMENDED')
})
afterAll(() => graph.stop())

/** Declined, moved, prepared, held and finalised. */
async function finalise(
  conversationId: string,
  goalIds: readonly string[],
  assessment: string,
): Promise<void> {
  const acts = conversationActs(graph)
  const { mentor, trainee } = people
  const act = (actor: Actor, command: string, input: object, now?: Date) =>
    acts.act(actor, command, { conversationId, ...input }, now)
  await act(trainee, 'declineConversationInvitation', { reason: 'Vakt' })
  await act(mentor, 'rescheduleConversation', { startsAt: THURSDAY, durationMinutes: 60 })
  await act(trainee, 'acceptConversationInvitation', {})
  await acts.write(trainee, conversationId, 'Om vakt.', 'PREPARATION')
  await acts.send(trainee, 'sharePreparation', { conversationId })
  await acts.write(mentor, conversationId, 'Vi snakket om vakt.')
  const assessments = goalIds.map((goalId) => ({ goalId, assessment }))
  await act(mentor, 'assessConversationGoals', { assessments })
  await act(mentor, 'finaliseConversation', {}, AFTER)
}

const REOPEN = `status = 'PLANNED', finalised_by_id = NULL, finalised_at = NULL, digest = NULL`

// What the columns do not say.
const ALSO_FORBIDDEN = [
  `UPDATE supervision.conversation SET ${REOPEN}`,
  `UPDATE supervision.conversation SET ${REOPEN}, place = 'Et annet sted'`,
  `UPDATE supervision.conversation SET digest = repeat('0', 64), place = 'Et annet sted'`,
  `INSERT INTO supervision.conversation_text (conversation_id, part, state, text, sequence, updated_by_id, updated_at)
   SELECT conversation_id, 'AGREEMENTS', state, 'Noe annet', sequence, updated_by_id, updated_at FROM supervision.conversation_text`,
  `INSERT INTO supervision.conversation_record (id, conversation_id, trainee_id, by_id, role, at, content, digest)
   SELECT gen_random_uuid(), gen_random_uuid(), trainee_id, by_id, role, at, content, digest FROM supervision.conversation_record`,
]

// What a finalised conversation, and the hours that it gives, cannot have.
const NOT_OF_IT = [
  'conversation.reason → null',
  ...['note → null', 'meeting_id → null', 'removed_at → null', 'version ⇄'].map(
    (one) => `guidance_entry.${one}`,
  ),
]

// Kept from who serves too, but not part of what the mentor signs: a superuser's change of it is not noticed.
const NOT_SIGNED = [
  ...['series_id', 'series_id → null', 'invited_by_id', 'created_at'].map((one) => `conversation.${one}`),
  'conversation_goal.position',
  ...['conversation_history.id', 'conversation_history.starts_at', 'conversation_history.reason'],
  ...['conversation_history.reason → null', 'conversation_history +'],
  ...['state', 'sequence', 'updated_by_id', 'updated_at', 'writers', 'shared_at → null'].map(
    (one) => `conversation_text.${one}`,
  ),
  ...['id', 'note', 'meeting_id', 'recorded_at', 'version'].map((one) => `guidance_entry.${one}`),
]

describe('F059 what a mentor has finalised stands', () => {
  test('also when the newest migration runs over it, which takes no row away', async () => {
    const { before, after, broken } = await applyNewest(graph.adminUrl, 'supervision')
    expect(Object.keys(before)).toEqual(expect.arrayContaining(['conversation', 'conversation_record']))
    expect({ after, broken }).toEqual({ after: before, broken: [] })
  })

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
    expect(tried.untried).toEqual(NOT_OF_IT)
    // Word for word what was said before.
    const again = `INSERT INTO supervision.conversation_history SELECT (jsonb_populate_record(true_one, jsonb_build_object('id', gen_random_uuid()))).* FROM supervision.conversation_history true_one`
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
