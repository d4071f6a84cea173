import {
  answeredBy,
  aPerson,
  commandOf,
  contentFields,
  contentTests,
  everythingOf,
  officeReaders,
} from '@kompetanse/graph/testing'
import type { Circle } from '@kompetanse/directory/testing'
import type { Actor } from '@kompetanse/schema/actor-token'
import type { RelationKind, Role } from '@kompetanse/schema/roles'
import type { GraphQLObjectType } from 'graphql'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { database } from '../database.ts'
import { schema } from '../schema.ts'
import { AFTER, conversationActs } from './conversations.ts'
import { aCircle, startTestGraph, type TestGraph } from './graph.ts'

let graph: TestGraph
let circle: Circle
let conversationId: string
let groupId: string
beforeAll(async () => {
  graph = await startTestGraph()
  circle = await aCircle()
  conversationId = await writeEverything()
})
afterAll(() => graph.stop())

/** Texts that nobody wrote of a trainee, and what they are instead. */
const NOT_CONTENT: Readonly<Record<string, string>> = {
  'ConversationTemplate.name': 'a template, of no trainee',
  'ConversationTemplate.topics': 'a template, of no trainee',
  'Enterprise.name': 'a name',
  'Person.displayName': 'a name',
  'SupervisionGroup.name': 'a name',
  'SupervisionGroup.requirementSource': 'from the rules',
  'SupervisionGroup.trackCode': 'a code',
  'Trainee.displayName': 'a name',
}
/** Told when it happens, to the same two; the tests of the stream have them. */
const STREAMED = ['WrittenConversationText.update', 'WriteConversationTextSuccess.text']
/** Of what is finalised, which this conversation is not; the tests of preparations have them. */
const FINALISED = [
  'ConversationHistoryEntry.digest',
  'ConversationSignature.digest',
  'SupervisionConversation.signature',
]

contentTests(schema, { notContent: NOT_CONTENT, digests: 2 })

async function mutate(actor: Actor, mutation: string, input: object, fields = '') {
  const document = commandOf(mutation, fields)
  return (await graph.ask<{ answer: Record<string, { id: string }> }>(actor, document, { input })).answer
}

/** Words in each field of content, by the item that it is of. */
async function writeEverything(): Promise<string> {
  const { trainee, mentor } = circle
  const acts = conversationActs(graph)
  const on = '2026-09-01'
  const noted = { traineeId: trainee.personId, on, hours: 1, note: '«hours»' }
  const entry = await mutate(mentor, 'recordSupervisionHours', noted, 'entry { id }')
  const change = { entryId: entry['entry']?.id, expectedVersion: 1, on, hours: 2 }
  await mutate(mentor, 'correctSupervisionHours', { ...change, note: '«hours»', reason: '«hours»' })
  const group = { name: 'Bergen vest', trackCode: 'ALM' }
  groupId = (await mutate(mentor, 'createSupervisionGroup', group, 'group { id }'))['group']?.id ?? ''
  const member = { groupId, expectedVersion: 1, traineeId: trainee.personId, joinsOn: '2026-01-10' }
  await mutate(mentor, 'addGroupMember', member)
  const meeting = { groupId, expectedVersion: 2, on: '2026-03-05', hours: 3, topic: '«group»' }
  await mutate(mentor, 'recordGroupMeeting', { ...meeting, presentTraineeIds: [trainee.personId] })

  const invited = await acts.invite(mentor, trainee.personId, {
    place: '«conversation»',
    topics: ['«conversation»'],
  })
  const id = invited.conversation?.id ?? ''
  await acts.write(trainee, id, '«conversation»', 'PREPARATION')
  await acts.write(mentor, id, '«conversation»')
  await acts.write(mentor, id, '«conversation»', 'AGREEMENTS')
  await acts.act(trainee, 'declineConversationInvitation', {
    conversationId: id,
    reason: '«conversation»',
  })
  return id
}

type Item = 'conversation' | 'group' | 'hours'

async function readers(): Promise<Record<string, readonly [Actor, readonly Item[]]>> {
  const { trainee, mentor, leader, deputy, supervisor, stranger } = circle
  const place = await database.person.findUniqueOrThrow({ where: { id: trainee.personId } })
  const opened = [{ traineeId: trainee.personId, until: '2030-01-01T00:00:00Z' }]
  const related: Record<RelationKind, readonly [Actor, readonly Item[]]> = {
    LEADER: [leader, ['group']],
    // The mentor leads the group.
    MENTOR: [mentor, ['conversation', 'group', 'hours']],
    SUPERVISOR: [supervisor, []],
  }
  const none = { LOCAL_ADMIN: [], REGIONAL_ADMIN: [], SUPPORT: [], DIRECTORATE: [] }
  // What two say to each other, or note of it, nobody opens.
  const groups: Record<Role, readonly Item[]> = {
    LOCAL_ADMIN: ['group'],
    REGIONAL_ADMIN: ['group'],
    SUPPORT: ['group'],
    DIRECTORATE: [],
  }
  return {
    'the trainee': [trainee, ['conversation', 'group', 'hours']],
    ...related,
    'the leader’s deputy': [deputy, ['group']],
    'a stranger': [stranger, []],
    ...officeReaders(stranger.personId, place, none),
    ...officeReaders(stranger.personId, place, groups, opened),
    'a machine': [{ ...aPerson(''), kind: 'machine', regionCode: 'HELSE_VEST' }, []],
  }
}

/** Everything that leads on from the conversation, from the group and from the trainee's hours. */
async function crawl(actor: Actor) {
  const all = (name: string) => {
    const type = schema.getType(name) as GraphQLObjectType
    return { type, selection: everythingOf(type, ['SupervisionConversation.previous']) }
  }
  const ways = {
    supervisionConversation: all('SupervisionConversation'),
    supervisionGroup: all('SupervisionGroup'),
    supervisionHours: all('SupervisionHours'),
  }
  const query = `query ($id: ID!, $groupId: ID!, $of: [_Any!]!) {
    supervisionConversation(id: $id) ${ways.supervisionConversation.selection}
    supervisionGroup(id: $groupId) ${ways.supervisionGroup.selection}
    _entities(representations: $of) { ... on Trainee { supervisionHours(year: 2026) ${ways.supervisionHours.selection} } } }`
  const of = [{ __typename: 'Trainee', id: circle.trainee.personId }]
  const { _entities, ...found } = await graph.ask<Record<string, unknown>>(
    actor,
    query,
    { id: conversationId, groupId, of },
    AFTER,
  )
  const [hours] = _entities as ({ supervisionHours: unknown } | null)[]
  const answers: Record<string, unknown> = { ...found, supervisionHours: hours?.supervisionHours }
  const fields = Object.entries(ways).flatMap(([name, { type }]) => [...answeredBy(type, answers[name])])
  const words = new Set([...JSON.stringify(answers).matchAll(/«([^»]+)»/g)].map(([, item]) => item))
  return { words: [...words].toSorted(), fields: new Set(fields) }
}

describe('B32 who reads what of supervision', () => {
  test('the trainee reads every field of content there is', async () => {
    const { fields } = await crawl(circle.trainee)
    const content = contentFields(schema).filter(
      (coordinate) => ![...STREAMED, ...FINALISED].includes(coordinate),
    )
    expect(content.filter((coordinate) => !fields.has(coordinate))).toEqual([])
  })

  test('every kind of reader, in every field', async () => {
    for (const [who, [actor, reads]] of Object.entries(await readers()))
      expect([who, (await crawl(actor)).words]).toEqual([who, reads])
  })

  test('a reader of nothing is answered in no field of content', async () => {
    const content = contentFields(schema)
    for (const [who, [actor, reads]] of Object.entries(await readers())) {
      if (reads.length > 0) continue
      const { fields } = await crawl(actor)
      expect([who, content.filter((coordinate) => fields.has(coordinate))]).toEqual([who, []])
    }
  })
})
