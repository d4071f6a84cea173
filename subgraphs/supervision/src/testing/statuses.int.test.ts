import { walkCommands } from '@kompetanse/database/testing/commands'
import { walkStatuses } from '@kompetanse/database/testing/statuses'
import { doesWait } from '@kompetanse/database/testing/waits'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { conversationActs } from './conversations.ts'
import { aCircle, startTestGraph, type TestGraph } from './graph.ts'

let graph: TestGraph

beforeAll(async () => {
  graph = await startTestGraph()
  const { trainee, mentor } = await aCircle()
  const { invite, act, planned, finalised } = conversationActs(graph)
  const invited = async () => (await invite(mentor, trainee.personId)).conversation?.id ?? ''
  await invited()
  await planned(mentor, trainee)
  await finalised(mentor, trainee)
  await act(trainee, 'declineConversationInvitation', { conversationId: await invited() })
  await act(mentor, 'cancelConversation', { conversationId: await invited(), reason: 'Syk' })
})
afterAll(() => graph.stop())

test('F059 no conversation comes to be finalised, or is not any more, by the status alone', async () => {
  const walked = await walkStatuses({ adminUrl: graph.adminUrl, schema: 'supervision' })
  expect(Object.keys(walked)).toEqual(['conversation'])
  const { missing, permitted = [] } = walked['conversation'] ?? {}
  expect(missing).toEqual([])
  expect(permitted.filter((one) => one.includes('FINALISED'))).toEqual([])
  // The control: what is not final is written all day.
  expect(permitted).toContain('INVITED → PLANNED')
})

test('F059 what is told to be finalised has its record, whatever its entry leaves out, and none is of a time to come', async () => {
  const history = { adminUrl: graph.adminUrl, schema: 'supervision' }
  const told = await walkCommands(history, 'now()')
  const commands = Object.entries(told).map(([table, entries]) => [
    table,
    [...new Set(entries.map((one) => one.split(' ')[0]))],
  ])
  expect(Object.fromEntries(commands)).toEqual({
    conversation_history: [
      'INVITE',
      'RECORD_HELD',
      'ACCEPT',
      'DECLINE',
      'RESCHEDULE',
      'EDIT_AGENDA',
      'ASSESS_GOALS',
      'CANCEL',
    ],
  })
  expect(
    Object.values(told)
      .flat()
      .filter((one) => /→ (FINALISED)/.test(one)),
  ).toEqual([])
  const later = Object.values(await walkCommands(history, "now() + interval '2 minutes'")).flat()
  expect(later).toEqual([])
})

test('F059 what hangs on a conversation waits for who finalises it at this moment', async () => {
  const first = `UPDATE conversation SET version = version WHERE status = 'PLANNED'`
  const second = (status: string) => `INSERT INTO conversation_goal (conversation_id, goal_id, position)
    SELECT id, gen_random_uuid(), 0 FROM conversation WHERE status = '${status}'`
  const two = { adminUrl: graph.adminUrl, schema: 'supervision', first }
  expect(await doesWait({ ...two, second: second('PLANNED') })).toBe(true)
  expect(await doesWait({ ...two, second: second('INVITED') })).toBe(false)
})
