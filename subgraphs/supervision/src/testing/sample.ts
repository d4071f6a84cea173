import { commandOf, type Sampled } from '@kompetanse/graph/testing'
import { database } from '../database.ts'
import { schema } from '../schema.ts'
import { AFTER, conversationActs } from './conversations.ts'
import { aCircle, type TestGraph } from './graph.ts'

const GOAL = '019a0000-0000-7000-8000-00000000000a'

async function aGroup(graph: TestGraph, { mentor, trainee }: Awaited<ReturnType<typeof aCircle>>) {
  const create = commandOf('createSupervisionGroup', 'group { id }')
  const input = { name: 'Bergen vest', trackCode: 'ALM' }
  const { answer } = await graph.ask<{ answer: { group: { id: string } } }>(mentor, create, { input })
  const groupId = answer.group.id
  const member = { groupId, expectedVersion: 1, traineeId: trainee.personId, joinsOn: '2026-01-10' }
  await graph.ask(mentor, commandOf('addGroupMember'), { input: member })
  const present = { topic: 'Vakt', presentTraineeIds: [trainee.personId] }
  const meeting = { groupId, expectedVersion: 2, on: '2026-03-05', hours: 3, ...present }
  await graph.ask(mentor, commandOf('recordGroupMeeting'), { input: meeting })
  return groupId
}

/** Conversations, supervision and a group: as the mentor sees them, and the trainee. */
export async function samplesOf(graph: TestGraph): Promise<Sampled['samples']> {
  const circle = await aCircle()
  const { mentor, trainee } = circle
  const doing = conversationActs(graph)
  const held = await doing.finalised(mentor, trainee, { goalIds: [GOAL] })
  const conversationId = await doing.planned(mentor, trainee, {
    startsAt: '2026-10-01T12:00:00.000Z',
    goalIds: [GOAL],
    repeat: { everyWeeks: 4, end: { count: 3 } },
  })
  const entry = { traineeId: trainee.personId, on: '2026-09-01', hours: 1.5, note: 'Vakt' }
  await graph.ask(mentor, commandOf('recordSupervisionHours'), { input: entry })
  const groupId = await aGroup(graph, circle)
  const { id: entryId } = await database.supervisionHoursEntry.findFirstOrThrow({ where: { note: 'Vakt' } })
  const personOf = (id: string) => database.person.findUniqueOrThrow({ where: { id } })
  const { unitId } = await personOf(trainee.personId)
  const { enterpriseId } = await personOf(mentor.personId)
  const known = {
    ...{ conversationId, groupId, entryId, traineeId: trainee.personId, year: 2026, goalId: GOAL },
    ...{
      enterpriseId,
      unitIds: unitId,
      'Query.supervisionConversation.id': held,
      'Query.supervisionGroup.id': groupId,
    },
    Trainee: { id: trainee.personId },
  }
  const shared = { schema, now: AFTER, known }
  const grants = [
    { role: 'LOCAL_ADMIN' as const, enterpriseId, regionCode: null },
    { role: 'REGIONAL_ADMIN' as const, enterpriseId: null, regionCode: 'HELSE_VEST' as const },
  ]
  return [
    { ...shared, actor: { ...mentor, grants } },
    { ...shared, actor: trainee },
  ]
}
