import { afterAll, beforeAll, expect, test } from 'vitest'
import { database } from '../database.ts'
import { aCircle, NOON, relate, somebody, startTestGraph, type TestGraph } from '../testing/graph.ts'
import { finalisedAt } from './calendar.ts'
import { seedConversations } from './conversations.ts'
import { seedGroups } from './groups.ts'
import { seedOtherSupervision } from './other-supervision.ts'
import { alreadySeeded, loadPairs } from './pairs.ts'
import { seedTemplates } from './templates.ts'

let graph: TestGraph
beforeAll(async () => void (graph = await startTestGraph()))
afterAll(() => graph.stop())

async function seed() {
  const had = await alreadySeeded()
  const pairs = await loadPairs()
  const fresh = pairs.filter(({ trainee }) => !had.has(trainee.id))
  for (const pair of fresh) await seedConversations(pair, NOON)
  await seedOtherSupervision(fresh, NOON)
  await seedGroups(pairs, NOON)
  await seedTemplates(pairs)
}

const counts = async () => ({
  conversations: await database.conversation.count(),
  texts: await database.conversationText.count(),
  entries: await database.supervisionHoursEntry.count(),
  groups: await database.supervisionGroup.count(),
  templates: await database.conversationTemplate.count({ where: { origin: 'ENTERPRISE' } }),
  changes: await database.changeHistory.count(),
})

test('months of conversations as the two would have left them, by few statements; again it changes nothing', async () => {
  const { mentor, trainee } = await aCircle()
  const other = await somebody('Bo Vik', true)
  await relate('MENTOR', other.personId, mentor.personId)
  const statements = await graph.statements(seed)
  expect(statements.length).toBeLessThan(80)
  const before = await counts()
  expect(before.conversations).toBeGreaterThan(20)
  expect(before.groups).toBe(1)
  expect(before.templates).toBe(4)
  await seed()
  expect(await counts()).toEqual(before)

  const rows = await database.conversation.findMany({
    where: { traineeId: trainee.personId },
    include: { texts: true, history: true, hours: true },
  })
  expect(new Set(rows.map(({ status }) => status))).toContain('FINALISED')
  for (const { status, texts, history, version, hours, ...held } of rows) {
    expect(texts.filter(({ sequence }) => sequence !== 1)).toEqual([])
    expect(history).toHaveLength(version)
    expect(hours !== null).toBe(status === 'FINALISED')
    // What began in the last hours may still be going on.
    expect(finalisedAt(held) >= NOON).toBe(
      status === 'INVITED' || (status === 'PLANNED' && texts.every(({ part }) => part !== 'MINUTES')),
    )
  }
  const { supervisionConversations } = await graph.ask<{ supervisionConversations: { totalCount: number } }>(
    mentor,
    '{ supervisionConversations { totalCount edges { node { minutes { text } } } } }',
  )
  expect(supervisionConversations.totalCount).toBe(before.conversations)
})
