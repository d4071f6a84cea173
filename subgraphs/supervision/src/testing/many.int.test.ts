import { afterAll, beforeAll, expect, test } from 'vitest'
import { database } from '../database.ts'
import { conversationActs, updateOf } from './conversations.ts'
import { aCircle, NOON, relate, somebody, startTestGraph, type TestGraph } from './graph.ts'

let graph: TestGraph
beforeAll(async () => void (graph = await startTestGraph()))
afterAll(() => graph.stop())

const count = async (work: () => Promise<unknown>) => (await graph.statements(work)).length
const same = (counts: readonly number[]) => expect(new Set(counts), String(counts)).toHaveLength(1)

test('F043 F130 what is shown of each mentee takes as many statements for 100 of them as for one', async () => {
  const document = `query ($representations: [_Any!]!) { _entities(representations: $representations) { ... on Trainee {
    displayName conversationSummaries(first: 5) { totalCount edges { node { status startsAt mentor { displayName } } } }
    lastConversation { startsAt } nextConversation { startsAt } supervisionHours(year: 2026) { hours required } } } }`
  const counts: number[] = []
  for (const amount of [1, 10, 100]) {
    const { mentor, trainee } = await aCircle()
    const ids = [trainee.personId]
    for (let at = 1; at < amount; at += 1) {
      const other = await somebody(`Lege ${at}`, true)
      await relate('MENTOR', other.personId, mentor.personId)
      ids.push(other.personId)
    }
    const when = { startsAt: NOON, durationMinutes: 60, createdAt: NOON, status: 'PLANNED' as const }
    await database.conversation.createMany({
      data: ids.map((traineeId) => ({
        traineeId,
        mentorId: mentor.personId,
        invitedById: mentor.personId,
        ...when,
      })),
    })
    const representations = ids.map((id) => ({ __typename: 'Trainee', id }))
    const page = () => graph.ask<{ _entities: object[] }>(mentor, document, { representations })
    expect((await page())._entities).toHaveLength(amount)
    counts.push(await count(page))
  }
  same(counts)
  expect(counts[0]).toBe(9)
}, 60_000)

test('F128 F130 B06 the reports take as many statements for 100 trainees as for one', async () => {
  const REPORT = `{ conversationReport(first: 100) { totalCount edges { node { id status trainee { displayName } mentor { displayName } } } }
    supervisionHoursReport(year: 2026, first: 100) { totalCount edges { node { hours required met running { averagePerYear }
      unsupervisedDays trainee { displayName } } } } }`
  const counts: number[] = []
  for (const amount of [1, 10, 100]) {
    const { leader, mentor, trainee: first } = await aCircle()
    for (let at = 0; at < amount; at += 1) {
      const trainee = at === 0 ? first : await somebody(`Lege ${at}`, true)
      if (at > 0) await relate('LEADER', trainee.personId, leader.personId)
      const ids = { traineeId: trainee.personId, mentorId: mentor.personId, invitedById: mentor.personId }
      const when = { startsAt: NOON, durationMinutes: 60, createdAt: NOON, status: 'PLANNED' as const }
      await database.conversation.create({ data: { ...ids, ...when } })
    }
    const page = () => graph.ask(leader, REPORT)
    expect(await page()).toMatchObject({ supervisionHoursReport: { totalCount: amount } })
    counts.push(await count(page))
  }
  same(counts)
  expect(counts[0]).toBe(8)
}, 60_000)

test('F017 a series of fifty takes as many statements to make and to answer as one of two', async () => {
  const acts = conversationActs(graph)
  const [made, answered]: [number[], number[]] = [[], []]
  for (const times of [2, 50]) {
    const { mentor, trainee } = await aCircle()
    const invite = () =>
      acts.invite(mentor, trainee.personId, { repeat: { everyWeeks: 1, end: { count: times } } })
    made.push(await count(invite))
    const first = await database.conversation.findFirstOrThrow({
      where: { traineeId: trainee.personId },
      orderBy: { startsAt: 'asc' },
    })
    const answer = { conversationId: first.id, wholeSeries: true }
    answered.push(await count(() => acts.act(trainee, 'acceptConversationInvitation', answer)))
    expect(
      await database.conversation.count({ where: { traineeId: trainee.personId, status: 'PLANNED' } }),
    ).toBe(times)
  }
  same(made)
  same(answered)
})

test('F011 F048 a keystroke costs what is said here', async () => {
  const acts = conversationActs(graph)
  const { mentor, trainee } = await aCircle()
  const id = await acts.planned(mentor, trainee)
  await acts.write(mentor, id, 'Vi snakket om vakt.')
  const update = updateOf(null, (text) => text.insert(0, 'x'))
  const document = `mutation ($input: WriteConversationTextInput!) { writeConversationText(input: $input) {
    ... on WriteConversationTextSuccess { text { sequence text state } } } }`
  const input = { conversationId: id, part: 'PREPARATION', update }
  const keystroke = await count(() => graph.ask(trainee, document, { input }))
  expect(keystroke).toBe(5)
})
