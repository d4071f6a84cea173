import { randomUUID } from 'node:crypto'
import { commandOf } from '@kompetanse/graph/testing'
import { statementTests, type Rows } from '@kompetanse/graph/testing/statements'
import type { Actor } from '@kompetanse/schema/actor-token'
import { database } from '../database.ts'
import { conversationActs, finaliseAll } from './conversations.ts'
import { aCircle, NOON, relate, somebody, startTestGraph, type TestGraph } from './graph.ts'

const DAY = 86_400_000

/** Conversations that are held with one trainee, and one that is planned with each of the others. */
async function converse(mentorId: string, traineeIds: readonly string[]): Promise<void> {
  const [first = ''] = traineeIds
  const made = (traineeId: string, startsAt: Date) => ({
    ...{ traineeId, mentorId, invitedById: mentorId, startsAt, createdAt: NOON },
    ...{ durationMinutes: 60, status: 'PLANNED' as const },
  })
  const held = await database.conversation.createManyAndReturn({
    data: traineeIds.map((_, at) => made(first, new Date(NOON.getTime() - (at + 1) * DAY))),
  })
  await finaliseAll(held.map(({ id }) => id))
  const data = traineeIds.map((id, at) => made(id, new Date(NOON.getTime() + (at + 20) * DAY)))
  await database.conversation.createMany({ data })
}

/** As many groups as there are trainees, each with all of them as members, and as many meetings. */
async function meet(mentorId: string, traineeIds: readonly string[]): Promise<string> {
  const [joinedOn, by] = [NOON, { recordedById: mentorId }]
  let groupId = ''
  for (const traineeId of traineeIds) {
    const { id } = await database.supervisionGroup.create({
      data: {
        ...{ name: traineeId, mentorId, trackCode: 'ALM', createdAt: NOON },
        members: { create: traineeIds.map((member) => ({ traineeId: member, joinedOn })) },
        meetings: {
          create: traineeIds.map(() => ({ ...by, on: NOON, minutes: 90, topic: 'Vakt', recordedAt: NOON })),
        },
      },
    })
    groupId = id
  }
  return groupId
}

async function hours(graph: TestGraph, by: Actor, traineeIds: readonly string[]): Promise<void> {
  const [traineeId] = traineeIds
  for (const note of traineeIds) {
    const input = { traineeId, on: '2026-09-01', hours: 1.5, note }
    await graph.ask(by, commandOf('recordSupervisionHours'), { input })
  }
}

/** A mentor with as many trainees, conversations of as many goals, and groups. */
async function rowsOf(graph: TestGraph, amount: number): Promise<Rows> {
  const { mentor, trainee } = await aCircle()
  const traineeIds = [trainee.personId]
  for (let at = 1; at < amount; at += 1) {
    const other = await somebody(`Lege ${at}`, true)
    await relate('MENTOR', other.personId, mentor.personId)
    traineeIds.push(other.personId)
  }
  const goalIds = traineeIds.map(() => randomUUID())
  const id = await conversationActs(graph).planned(mentor, trainee, { goalIds })
  await converse(mentor.personId, traineeIds)
  await hours(graph, mentor, traineeIds)
  return {
    actor: mentor,
    actors: { SupervisionGaps: trainee },
    variables: {
      ...{ id, year: 2026, startsOn: '2026-01-01', endsOn: '2026-12-31' },
      'SupervisionGroup.id': await meet(mentor.personId, traineeIds),
    },
    keys: { Trainee: traineeIds.map((key) => ({ id: key })) },
  }
}

statementTests(
  'supervision',
  async () => {
    const graph = await startTestGraph()
    return {
      one: await rowsOf(graph, 1),
      many: await rowsOf(graph, 9),
      ask: graph.ask,
      statements: async (work) => (await graph.statements(work)).length,
      stop: graph.stop,
    }
  },
  {
    budgets: {
      Conversation: 13,
      ConversationCalendar: 2,
      ConversationTemplateList: 2,
      ConversationTemplates: 2,
      Conversations: 8,
      Home: 3,
      MoreConversationSummaries: 3,
      OpenConversations: 8,
      SupervisionGaps: 4,
      SupervisionGroup: 4,
      SupervisionGroups: 4,
      SupervisionHoursOfTrainee: 12,
      SupervisionHoursReport: 8,
      Trainee: 3,
      Viewer: 2,
    },
    alike: {
      ConversationCalendar: 'one conversation',
      ConversationTemplateList: 'the templates of the country',
      ConversationTemplates: 'the templates of the country',
      Home: 'counts, and the next conversation',
      SupervisionGaps: 'the gaps of one trainee',
      Viewer: 'counts',
    },
  },
)
