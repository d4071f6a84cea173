import { asId } from '@kompetanse/graph'
import type { RegionCode } from '@kompetanse/schema/regions'
import { onPerson } from '@kompetanse/directory'
import type { Circle } from '@kompetanse/directory/testing'
import { aPerson } from '@kompetanse/graph/testing'
import type { Actor, Grant } from '@kompetanse/schema/actor-token'
import { brandId, type Id } from '@kompetanse/schema/ids'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { database, pool } from '../database.ts'
import { subscribeConversation } from './use-cases/subscribe.ts'
import { AFTER, conversationActs, THURSDAY, updateOf } from '../testing/conversations.ts'
import { aCircle, NOON, relate, somebody, startTestGraph, type TestGraph } from '../testing/graph.ts'

let graph: TestGraph
let acts: ReturnType<typeof conversationActs>
let circle: Circle
let id: string
let outsiders: Record<string, Actor>
let followers: Record<string, Actor>

const grant = (
  role: Grant['role'],
  enterpriseId: Id<'Enterprise'> | null = null,
  regionCode: RegionCode | null = null,
) => ({ grants: [{ role, enterpriseId, regionCode }] })

beforeAll(async () => {
  graph = await startTestGraph()
  acts = conversationActs(graph)
  circle = await aCircle()
  id = await acts.planned(circle.mentor, circle.trainee)
  await acts.write(circle.trainee, id, 'Min forberedelse', 'PREPARATION')
  const trainee = await database.person.findUniqueOrThrow({ where: { id: circle.trainee.personId } })
  const nextMentor = await somebody('Ny Veileder')
  await relate('MENTOR', circle.trainee.personId, nextMentor.personId)
  const office = await somebody('Lokal Forvalter')
  followers = {
    leader: circle.leader,
    'the leader’s deputy': circle.deputy,
    'the next mentor': nextMentor,
    'the enterprise’s administrator': aPerson(office.personId, grant('LOCAL_ADMIN', trainee.enterpriseId)),
    'the region’s administrator': aPerson(office.personId, grant('REGIONAL_ADMIN', null, 'HELSE_VEST')),
    support: aPerson(office.personId, grant('SUPPORT')),
  }
  outsiders = {
    supervisor: circle.supervisor,
    stranger: circle.stranger,
    'another enterprise’s administrator': aPerson(
      office.personId,
      grant('LOCAL_ADMIN', brandId(office.personId)),
    ),
    directorate: aPerson(office.personId, grant('DIRECTORATE')),
    machine: aPerson('', { kind: 'machine', regionCode: 'HELSE_VEST' }),
  }
})
afterAll(() => graph.stop())

const everybodyElse = () => Object.entries({ ...followers, ...outsiders })

describe('F010 F018 a conversation is for its two parties alone', () => {
  const READ = `query ($id: ID!) { supervisionConversation(id: $id) { minutes { text } }
    supervisionConversations { totalCount edges { node { id } } } viewer { conversationTasks { toPrepare next { id } } } }`

  test('both read it', async () => {
    for (const actor of [circle.trainee, circle.mentor])
      expect(await graph.ask(actor, READ, { id })).toMatchObject({
        supervisionConversation: { minutes: { text: '' } },
        supervisionConversations: { totalCount: 1, edges: [{ node: { id } }] },
      })
  })

  test('to everybody else it does not exist: not to be read', async () => {
    for (const [who, actor] of everybodyElse())
      expect(await graph.ask(actor, READ, { id }), who).toEqual({
        supervisionConversation: null,
        supervisionConversations: { totalCount: 0, edges: [] },
        viewer: { conversationTasks: { toPrepare: 0, next: null } },
      })
  })

  test('not to be acted on, whatever the command', async () => {
    const input = { conversationId: id, expectedVersion: 2 }
    const commands: [string, object][] = [
      ['acceptConversationInvitation', input],
      ['declineConversationInvitation', input],
      ['rescheduleConversation', { ...input, startsAt: THURSDAY, durationMinutes: 60 }],
      ['editConversationAgenda', { ...input, place: null, topics: [], goalIds: [] }],
      ['assessConversationGoals', { ...input, assessments: [] }],
      ['finaliseConversation', { ...input, textSequence: 1 }],
      ['cancelConversation', { ...input, reason: 'x' }],
      [
        'writeConversationText',
        { conversationId: id, part: 'MINUTES', update: updateOf(null, (t) => t.insert(0, 'x')) },
      ],
    ]
    for (const [who, actor] of everybodyElse())
      for (const [mutation, given] of commands)
        expect(await acts.send(actor, mutation, given, AFTER), `${who} ${mutation}`).toMatchObject({
          __typename: 'NotFound',
        })
    expect(
      await acts.send(circle.mentor, 'cancelConversation', { ...input, conversationId: 'x', reason: 'x' }),
    ).toEqual({
      ...{ __typename: 'NotFound', id: asId('x') },
    })
  })

  test('not to be listened to', async () => {
    for (const [who, actor] of everybodyElse())
      await expect(
        subscribeConversation({ conversationId: brandId(id), after: null }, { actor, now: NOON }),
        who,
      ).rejects.toMatchObject({ extensions: { code: 'NOT_FOUND' } })
  })

  test('F019 who was the mentor keeps reading; who has left the portal does not', async () => {
    const { mentor, trainee } = await aCircle()
    const was = await acts.finalised(mentor, trainee)
    await pool.query(`UPDATE relation SET valid_to = '2026-09-14' WHERE person_id = $1`, [mentor.personId])
    expect(await graph.ask(mentor, READ, { id: was })).toMatchObject({
      supervisionConversation: { minutes: { text: 'Vi snakket om vakt.' } },
    })
    const gone = { unit: null, enterprise: null, regionCode: null, trainee: null, active: false, version: 2 }
    await onPerson(pool, { personId: mentor.personId, displayName: 'Mona Berg', ...gone })
    expect(await graph.ask(mentor, READ, { id: was })).toMatchObject({ supervisionConversation: null })
  })
})

describe('F128 F130 leaders see dates and status', () => {
  const REPORT = `query ($filter: ConversationReportFilter) { conversationReport(filter: $filter) {
    totalCount edges { node { id status startsAt durationMinutes mentor { displayName } trainee { displayName } } } } }`
  const OF_TRAINEE = `query ($representations: [_Any!]!) { _entities(representations: $representations) { ... on Trainee {
    id conversationSummaries { totalCount edges { node { id status } } } nextConversation { id } lastConversation { id }
    supervisionHours(year: 2026) { hours } supervisionGaps(startsOn: "2026-01-01", endsOn: "2026-12-31") { days } } } }`
  const representations = () => [{ __typename: 'Trainee', id: circle.trainee.personId }]

  test('who follows the trainee, in the report and on the trainee', async () => {
    for (const [who, actor] of Object.entries({
      ...followers,
      trainee: circle.trainee,
      mentor: circle.mentor,
    })) {
      const filter = {
        traineeIds: [circle.trainee.personId],
        ...{ startsOn: '2026-09-24', endsOn: '2026-09-24' },
      }
      expect(await graph.ask(actor, REPORT, { filter }), who).toEqual({
        conversationReport: {
          totalCount: 1,
          edges: [
            {
              node: {
                ...{ id, status: 'PLANNED', startsAt: THURSDAY, durationMinutes: 90 },
                ...{ mentor: { displayName: 'Mona Berg' }, trainee: { displayName: 'Ada Solheim' } },
              },
            },
          ],
        },
      })
      expect(await graph.ask(actor, OF_TRAINEE, { representations: representations() }), who).toMatchObject({
        _entities: [
          {
            conversationSummaries: { totalCount: 1, edges: [{ node: { id, status: 'PLANNED' } }] },
            ...{ nextConversation: { id }, lastConversation: null, supervisionHours: { hours: 0 } },
          },
        ],
      })
    }
  })

  test('nobody else', async () => {
    for (const [who, actor] of Object.entries(outsiders)) {
      const filter = { traineeIds: [circle.trainee.personId] }
      expect(await graph.ask(actor, REPORT, { filter }), who).toMatchObject({
        conversationReport: { totalCount: 0 },
      })
      expect(await graph.ask(actor, OF_TRAINEE, { representations: representations() }), who).toEqual({
        _entities: [null],
      })
    }
  })

  test('no text is to be had by way of a summary', async () => {
    const { __type } = await graph.ask<{ __type: { fields: { name: string }[] } }>(
      circle.leader,
      '{ __type(name: "ConversationSummary") { fields { name } } }',
    )
    expect(__type.fields.map(({ name }) => name).toSorted()).toEqual([
      ...['durationMinutes', 'finalisedAt', 'id', 'mentor', 'startsAt', 'status', 'trainee'],
    ])
  })
})
