import type { Circle } from '@kompetanse/directory/testing'
import { onPerson } from '@kompetanse/directory'
import { sha256 } from '@kompetanse/graph'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { database, pool } from '../database.ts'
import { AFTER, conversationActs, THURSDAY } from '../testing/conversations.ts'
import { aCircle, NOON, relate, somebody, startTestGraph, type TestGraph } from '../testing/graph.ts'

let graph: TestGraph
let acts: ReturnType<typeof conversationActs>
let circle: Circle

beforeAll(async () => {
  graph = await startTestGraph()
  acts = conversationActs(graph)
})
afterAll(() => graph.stop())
beforeEach(async () => {
  circle = await aCircle()
})

const leave = (personId: string, displayName: string, trainee = false) =>
  onPerson(pool, {
    ...{ personId, displayName, unit: null, enterprise: null, regionCode: null, active: false, version: 2 },
    trainee: trainee
      ? {
          trackCode: 'ALM',
          trackName: 'ALM',
          part: 'PART_3',
          position: 'ALIS',
          trainingStartedOn: '2026-01-01',
        }
      : null,
  })

describe('inviting', () => {
  test('F017 F058 the mentor invites, the trainee answers; history and message are there', async () => {
    const { mentor, trainee } = circle
    const invited = await acts.invite(mentor, trainee.personId, { topics: [' Vakt ', '', 'Trivsel'] })
    expect(invited).toMatchObject({
      __typename: 'InviteToConversationSuccess',
      conversation: { status: 'INVITED', version: 1, startsAt: THURSDAY },
    })
    const conversationId = invited.conversation?.id ?? ''
    const answered = await acts.act(trainee, 'acceptConversationInvitation', { conversationId })
    expect(answered).toMatchObject({ conversation: { status: 'PLANNED', version: 2 } })
    const { supervisionConversation } = await graph.ask<{ supervisionConversation: object }>(
      trainee,
      `query ($id: ID!) { supervisionConversation(id: $id) { topics place durationMinutes endsAt invitedBy { id }
         mentor { id displayName } trainee { id displayName }
         history { totalCount edges { node { command status by { id } } } } } }`,
      { id: conversationId },
    )
    expect(supervisionConversation).toEqual({
      ...{ topics: ['Vakt', 'Trivsel'], place: 'Kontoret', durationMinutes: 90 },
      ...{ endsAt: '2026-09-24T13:30:00.000Z', invitedBy: { id: mentor.personId } },
      mentor: { id: mentor.personId, displayName: 'Mona Berg' },
      trainee: { id: trainee.personId, displayName: 'Ada Solheim' },
      history: {
        totalCount: 2,
        edges: [
          { node: { command: 'INVITE', status: 'INVITED', by: { id: mentor.personId } } },
          { node: { command: 'ACCEPT', status: 'PLANNED', by: { id: trainee.personId } } },
        ],
      },
    })
  })

  test('F046 the trainee invites the mentor of today', async () => {
    const { mentor, trainee } = circle
    const { conversation } = await acts.invite(trainee, trainee.personId)
    const row = await database.conversation.findUniqueOrThrow({ where: { id: conversation?.id ?? '' } })
    expect(row).toMatchObject({ mentorId: mentor.personId, invitedById: trainee.personId })
    const declined = await acts.act(mentor, 'declineConversationInvitation', {
      ...{ conversationId: row.id, reason: 'Vakt den dagen' },
    })
    expect(declined).toMatchObject({ conversation: { status: 'DECLINED' } })
  })

  test('F046 refused: no mentor, somebody who left, a relation that ended, who is not the mentor, a stranger', async () => {
    const alone = await somebody('Bo Uten', true)
    expect(await acts.invite(alone, alone.personId)).toMatchObject({
      __typename: 'ConversationRefused',
      code: 'NO_MENTOR',
    })
    const was = await somebody('Var Veileder')
    await relate('MENTOR', circle.trainee.personId, was.personId, { validTo: '2026-09-14' })
    expect(await acts.invite(was, circle.trainee.personId)).toMatchObject({ code: 'RELATION_ENDED' })
    expect(await acts.invite(circle.leader, circle.trainee.personId)).toMatchObject({ code: 'NOT_PERMITTED' })
    expect(await acts.invite(circle.stranger, circle.trainee.personId)).toMatchObject({
      __typename: 'NotFound',
    })
    await leave(circle.mentor.personId, 'Mona Berg')
    expect(await acts.invite(circle.trainee, circle.trainee.personId)).toMatchObject({ code: 'PERSON_LEFT' })
    const gone = await aCircle()
    await leave(gone.trainee.personId, 'Ada Solheim', true)
    expect(await acts.invite(gone.mentor, gone.trainee.personId)).toMatchObject({ code: 'PERSON_LEFT' })
  })

  test('F046 a time that is over is refused; what was held is recorded, and counts when finalised', async () => {
    const { mentor, trainee } = circle
    const startsAt = '2026-09-10T12:00:00Z'
    expect(await acts.invite(mentor, trainee.personId, { startsAt })).toMatchObject({ code: 'TIME_IN_PAST' })
    const held = { traineeId: trainee.personId, startsAt, durationMinutes: 60 }
    const recorded = await acts.send(mentor, 'recordHeldConversation', held)
    expect(recorded).toMatchObject({ conversation: { status: 'PLANNED' } })
    const late = { ...held, startsAt: '2026-09-15T09:30:00Z' }
    expect(await acts.send(mentor, 'recordHeldConversation', late)).toMatchObject({ code: 'NOT_HELD_YET' })
  })

  test('F017 a series: one answer for all of it, the rest of it cancelled at once', async () => {
    const { mentor, trainee } = circle
    const made = await acts.invite(mentor, trainee.personId, { repeat: { everyWeeks: 2, end: { count: 5 } } })
    expect(made.conversations?.map(({ startsAt }) => startsAt)).toEqual([
      '2026-09-24T12:00:00.000Z',
      '2026-10-08T12:00:00.000Z',
      '2026-10-22T12:00:00.000Z',
      '2026-11-05T13:00:00.000Z',
      '2026-11-19T13:00:00.000Z',
    ])
    const ids = made.conversations?.map(({ id }) => id) ?? []
    const all = { conversationId: ids[0] as string, wholeSeries: true }
    const answered = await acts.act(trainee, 'acceptConversationInvitation', all)
    expect(answered.conversations?.map(({ status }) => status)).toEqual(Array(5).fill('PLANNED'))
    const rest = { conversationId: ids[2] as string, reason: 'Permisjon', restOfSeries: true }
    const cancelled = await acts.act(trainee, 'cancelConversation', rest)
    expect(cancelled.conversations?.map(({ id }) => id)).toEqual(ids.slice(2))
    const rows = await database.conversation.findMany({
      where: { id: { in: ids } },
      orderBy: { startsAt: 'asc' },
    })
    expect(rows.map(({ status }) => status)).toEqual([
      'PLANNED',
      'PLANNED',
      'CANCELLED',
      'CANCELLED',
      'CANCELLED',
    ])
    const bad = await acts.invite(mentor, trainee.personId, { repeat: { everyWeeks: 0, end: { count: 5 } } })
    expect(bad).toMatchObject({ code: 'SERIES_INVALID' })
  })
})

describe('finalising', () => {
  test('F059 F011 F019 signed by the mentor over what was read, and read-only for both from then on', async () => {
    const { mentor, trainee } = circle
    const id = await acts.finalised(mentor, trainee)
    const { supervisionConversation: read } = await graph.ask<{
      supervisionConversation: Record<string, unknown>
    }>(
      trainee,
      `query ($id: ID!) { supervisionConversation(id: $id) { status availableCommands finalisedAt
         signature { by { id } at digest } minutes { text mayWrite } } }`,
      { id },
      AFTER,
    )
    expect(read).toMatchObject({
      ...{ status: 'FINALISED', availableCommands: [], finalisedAt: AFTER.toISOString() },
      minutes: { text: 'Vi snakket om vakt.', mayWrite: false },
    })
    const record = await database.conversationRecord.findUniqueOrThrow({ where: { conversationId: id } })
    expect(record).toMatchObject({ byId: mentor.personId, role: 'MENTOR', at: AFTER })
    expect(sha256(record.content)).toBe(record.digest)
    expect(JSON.parse(record.content)).toMatchObject({
      texts: { MINUTES: 'Vi snakket om vakt.' },
      place: 'Kontoret',
    })
    expect(read['signature']).toEqual({
      by: { id: mentor.personId },
      at: AFTER.toISOString(),
      digest: record.digest,
    })
    expect(await acts.write(trainee, id, ' Mer.')).toMatchObject({ code: 'NOT_IN_THIS_STATE' })
    const again = await acts.act(mentor, 'finaliseConversation', { conversationId: id }, AFTER)
    expect(again).toMatchObject({ code: 'NOT_IN_THIS_STATE', current: { status: 'FINALISED' } })
    const hours = await database.supervisionHoursEntry.findUniqueOrThrow({ where: { conversationId: id } })
    expect(hours).toMatchObject({ kind: 'CONVERSATION', minutes: 90, on: new Date('2026-09-24') })
  })

  test('F059 refused: the trainee, without minutes, too early, unread text, an older version', async () => {
    const { mentor, trainee } = circle
    const conversationId = await acts.planned(mentor, trainee)
    const finalise = (actor = mentor, rest: object = {}, now = AFTER) =>
      acts.act(actor, 'finaliseConversation', { conversationId, ...rest }, now)
    expect(await finalise(trainee)).toMatchObject({ code: 'MENTOR_ONLY' })
    expect(await finalise()).toMatchObject({ code: 'MINUTES_MISSING' })
    await acts.write(trainee, conversationId, 'Utkast')
    expect(await finalise(mentor, {}, NOON)).toMatchObject({ code: 'NOT_HELD_YET' })
    expect(await finalise(mentor, { textSequence: 0 })).toMatchObject({ code: 'TEXT_CHANGED' })
    expect(await finalise(mentor, { expectedVersion: 1 })).toMatchObject({
      ...{ __typename: 'StaleVersion', expectedVersion: 1, currentVersion: 2 },
    })
    expect(await finalise()).toMatchObject({ conversation: { status: 'FINALISED' } })
  })

  test('F059 two at once: one finalises, the other comes too late', async () => {
    const { mentor, trainee } = circle
    const conversationId = await acts.planned(mentor, trainee)
    await acts.write(mentor, conversationId, 'Referat')
    const input = { conversationId, expectedVersion: 2, textSequence: 1 }
    const both = await Promise.all([1, 2].map(() => acts.send(mentor, 'finaliseConversation', input, AFTER)))
    expect(both.map(({ __typename }) => __typename).toSorted()).toEqual([
      'FinaliseConversationSuccess',
      'StaleVersion',
    ])
    expect(await database.conversationRecord.count({ where: { conversationId } })).toBe(1)
  })

  test('F059 a conversation after the mentor had ceased to be one is not signed, and gives no hours', async () => {
    const { mentor, trainee } = circle
    const held = await acts.planned(mentor, trainee)
    const later = await acts.planned(mentor, trainee, { startsAt: '2026-09-26T12:00:00.000Z' })
    for (const id of [held, later]) await acts.write(mentor, id, 'Vi møttes.')
    await database.relation.updateMany({
      where: { traineeId: trainee.personId, kind: 'MENTOR' },
      data: { validTo: new Date('2026-09-25') },
    })
    const now = new Date('2026-09-28T10:00:00Z')
    const finalise = (conversationId: string) =>
      acts.act(mentor, 'finaliseConversation', { conversationId }, now)
    expect(await finalise(later)).toMatchObject({
      code: 'RELATION_ENDED',
      current: { status: 'PLANNED', availableCommands: expect.not.arrayContaining(['FINALISE']) },
    })
    expect(await finalise(held)).toMatchObject({ conversation: { status: 'FINALISED' } })
    expect(await database.supervisionHoursEntry.count({ where: { traineeId: trainee.personId } })).toBe(1)
  })

  test('what is finalised cannot be changed by the database role either, nor history and records', async () => {
    const goalIds = ['019a0000-0000-7000-8000-00000000000a']
    const id = await acts.finalised(circle.mentor, circle.trainee, { goalIds })
    const open = await acts.planned(circle.mentor, circle.trainee)
    await acts.write(circle.mentor, open, 'Annet')
    const refused = (sql: string, why = 'permission denied') => expect(pool.query(sql)).rejects.toThrow(why)
    await refused(`UPDATE conversation SET place = 'x' WHERE id = '${id}'`, 'finalised')
    await refused(`UPDATE conversation_text SET text = 'x' WHERE conversation_id = '${id}'`, 'finalised')
    await refused(
      `UPDATE conversation_text SET conversation_id = '${open}', part = 'AGREEMENTS' WHERE conversation_id = '${id}'`,
      'finalised',
    )
    const goals = `conversation_goal WHERE conversation_id = '${id}'`
    await refused(`DELETE FROM ${goals}`, 'finalised')
    await refused(
      `UPDATE conversation_goal SET assessment = 'RECOMMENDED' WHERE conversation_id = '${id}'`,
      'finalised',
    )
    await refused(`UPDATE guidance_entry SET minutes = 600 WHERE conversation_id = '${id}'`, 'finalised')
    for (const table of ['conversation_record', 'conversation_history', 'change_history']) {
      await refused(`UPDATE ${table} SET at = at`)
      await refused(`DELETE FROM ${table}`)
    }
    await refused('TRUNCATE conversation_record')
  })
})

describe('what it is about', () => {
  const GOALS = ['019a0000-0000-7000-8000-00000000000a', '019a0000-0000-7000-8000-00000000000b']

  test('F017 agenda and goals are both’s; the mentor assesses, and an assessment outlives an edit', async () => {
    const { mentor, trainee } = circle
    const conversationId = await acts.planned(mentor, trainee, { goalIds: GOALS })
    const assess = { conversationId, assessments: [{ goalId: GOALS[0], assessment: 'RECOMMENDED' }] }
    expect(await acts.act(trainee, 'assessConversationGoals', assess)).toMatchObject({ code: 'MENTOR_ONLY' })
    await acts.act(mentor, 'assessConversationGoals', assess)
    const edit = { conversationId, place: null, topics: ['Nytt'], goalIds: [GOALS[0]] }
    await acts.act(trainee, 'editConversationAgenda', edit)
    const query = `query ($id: ID!) { supervisionConversation(id: $id) { place topics version goals { goalId assessment goal { id } } } }`
    expect(await graph.ask(mentor, query, { id: conversationId })).toEqual({
      supervisionConversation: {
        ...{ place: null, topics: ['Nytt'], version: 4 },
        goals: [{ goalId: GOALS[0], assessment: 'RECOMMENDED', goal: { id: GOALS[0] } }],
      },
    })
  })

  test('F010 no national identity number in topics, place or reason; nothing is saved', async () => {
    const { mentor, trainee } = circle
    const patient = 'Pasient 010100 12356'
    for (const rest of [{ topics: [patient] }, { place: patient }])
      expect(await acts.invite(mentor, trainee.personId, rest)).toMatchObject({ code: 'NATIONAL_ID_FOUND' })
    expect(await database.conversation.count({ where: { traineeId: trainee.personId } })).toBe(0)
    const conversationId = await acts.planned(mentor, trainee)
    const cancel = { conversationId, reason: patient }
    expect(await acts.act(mentor, 'cancelConversation', cancel)).toMatchObject({ code: 'NATIONAL_ID_FOUND' })
  })
})
