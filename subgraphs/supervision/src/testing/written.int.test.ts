import type { Circle } from '@kompetanse/directory/testing'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { database } from '../database.ts'
import { conversationActs, updateOf } from './conversations.ts'
import { aCircle, relate, somebody, startTestGraph, type TestGraph } from './graph.ts'

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

const invite = (rest: object) => acts.invite(circle.mentor, circle.trainee.personId, rest)
const GOAL = '019a0000-0000-7000-8000-00000000000a'

describe('what nobody should send', () => {
  test.each([
    ['no length', { durationMinutes: 0 }, 'DURATION_INVALID'],
    ['a whole day', { durationMinutes: 1_440 }, 'DURATION_INVALID'],
    ['a negative length', { durationMinutes: -60 }, 'DURATION_INVALID'],
    ['thirty years ahead', { startsAt: '2056-09-24T12:00:00Z' }, 'TIME_INVALID'],
    ['a place as long as a book', { place: 'x'.repeat(501) }, 'TEXT_TOO_LONG'],
    ['21 topics', { topics: Array.from({ length: 21 }, (_, at) => `Tema ${at}`) }, 'AGENDA_INVALID'],
    ['a goal that is no id', { goalIds: ['ALM-071'] }, 'AGENDA_INVALID'],
    [
      'a series that ends before it begins',
      { repeat: { everyWeeks: 1, end: { lastOn: '2026-01-01' } } },
      'SERIES_INVALID',
    ],
    ['a series past the end of time', { repeat: { everyWeeks: 26, end: { count: 52 } } }, 'TIME_INVALID'],
    ['a series of thousands', { repeat: { everyWeeks: 1, end: { count: 2_000_000_000 } } }, 'SERIES_INVALID'],
  ])('F017 F046 %s', async (_name, rest, code) => {
    expect(await invite(rest)).toEqual({ __typename: 'ConversationRefused', code })
    expect(await database.conversation.count({ where: { traineeId: circle.trainee.personId } })).toBe(0)
  })

  test('a day that no month has, an instant without a zone, and a topic of more than 10,000 characters', async () => {
    for (const startsAt of ['2026-02-30T12:00:00Z', '2026-09-24T12:00', 'i morgen', ''])
      await expect(invite({ startsAt })).rejects.toMatchObject({ extensions: { code: 'BAD_USER_INPUT' } })
    await expect(invite({ topics: ['x'.repeat(10_001)] })).rejects.toMatchObject({
      extensions: { code: 'TEXT_TOO_LONG' },
    })
  })

  test('29 February, and the hour that the clocks skip, are times like others', async () => {
    const leap = await invite({ startsAt: '2028-02-29T12:00:00Z' })
    expect(leap).toMatchObject({ conversation: { startsAt: '2028-02-29T12:00:00.000Z' } })
    const summer = await invite({ startsAt: '2027-03-28T01:30:00Z' })
    expect(summer).toMatchObject({ conversation: { startsAt: '2027-03-28T01:30:00.000Z' } })
  })

  test('ids in capitals are the same ids: of trainee, conversation and goals', async () => {
    const made = await acts.invite(circle.mentor, circle.trainee.personId.toUpperCase(), {
      goalIds: [GOAL, GOAL.toUpperCase()],
    })
    const id = made.conversation?.id ?? ''
    const conversationId = id.toUpperCase()
    const update = updateOf(null, (text) => text.insert(0, 'Hei'))
    const written = await acts.send(circle.trainee, 'writeConversationText', {
      conversationId,
      part: 'MINUTES',
      update,
    })
    expect(written).toMatchObject({ conversation: { id }, text: { text: 'Hei' } })
    const assessments = [{ goalId: GOAL.toUpperCase(), assessment: 'NOT_YET' }]
    await acts.act(circle.mentor, 'assessConversationGoals', { conversationId: id, assessments })
    expect(await database.conversationGoal.findMany({ where: { conversationId: id } })).toMatchObject([
      { goalId: GOAL, assessment: 'NOT_YET' },
    ])
  })

  test('control characters and half an emoji in topics are kept as text', async () => {
    const { conversation } = await invite({
      topics: ['Vakt\u0000 \u0007igjen', '\ud83d', `'; DROP TABLE conversation; --`],
    })
    const row = await database.conversation.findUniqueOrThrow({ where: { id: conversation?.id ?? '' } })
    expect(row.topics).toEqual(['Vakt igjen', '\ufffd', `'; DROP TABLE conversation; --`])
  })

  test('somebody who is their own mentor in the directory has none here', async () => {
    const lonely = await somebody('Bo Vik', true)
    await relate('MENTOR', lonely.personId, lonely.personId)
    expect(await acts.invite(lonely, lonely.personId)).toMatchObject({ code: 'NO_MENTOR' })
  })

  test('a year that is none, and a span that ends before it begins', async () => {
    const ask = (field: string) =>
      graph.ask(
        circle.trainee,
        `query ($r: [_Any!]!) { _entities(representations: $r) { ... on Trainee { ${field} } } }`,
        {
          r: [{ __typename: 'Trainee', id: circle.trainee.personId }],
        },
      )
    await expect(ask('supervisionHours(year: -1) { hours }')).rejects.toMatchObject({
      extensions: { code: 'BAD_USER_INPUT' },
    })
    expect(await ask('supervisionGaps(startsOn: "2026-12-31", endsOn: "2026-01-01") { days }')).toEqual({
      _entities: [{ supervisionGaps: [] }],
    })
  })
})
