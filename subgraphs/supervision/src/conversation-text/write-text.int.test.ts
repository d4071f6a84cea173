import type { Circle } from '@kompetanse/directory/testing'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import * as Y from 'yjs'
import { database } from '../database.ts'
import { conversationActs, updateOf } from '../testing/conversations.ts'
import { aCircle, startTestGraph, type TestGraph } from '../testing/graph.ts'

let graph: TestGraph
let acts: ReturnType<typeof conversationActs>
let circle: Circle
let conversationId: string

beforeAll(async () => {
  graph = await startTestGraph()
  acts = conversationActs(graph)
})
afterAll(() => graph.stop())
beforeEach(async () => {
  circle = await aCircle()
  conversationId = await acts.planned(circle.mentor, circle.trainee)
})

const send = (actor: Circle['mentor'], update: string, part = 'MINUTES') =>
  acts.send(actor, 'writeConversationText', { conversationId, part, update })
const stored = (part: 'MINUTES' | 'TRAINEE_PREPARATION' = 'MINUTES') =>
  database.conversationText.findUnique({ where: { conversationId_part: { conversationId, part } } })

describe('F018 F048 two write the minutes at once', () => {
  test('both updates are kept, made of the same state and sent at the same time', async () => {
    const first = await acts.write(circle.mentor, conversationId, 'Tema: .')
    const state = first.text?.state ?? null
    const hers = updateOf(state, (text) => text.insert(6, 'trygghet'))
    const theirs = updateOf(state, (text) => text.insert(7, ' Avtalt: hospitering.'))
    const both = await Promise.all([send(circle.trainee, hers), send(circle.mentor, theirs)])
    expect(both.map(({ text }) => text?.sequence).toSorted()).toEqual([2, 3])
    expect((await stored())?.text).toBe('Tema: trygghet. Avtalt: hospitering.')
    const last = both.find(({ text }) => text?.sequence === 3)?.text
    const opened = new Y.Doc()
    Y.applyUpdate(opened, Buffer.from(last?.state ?? '', 'base64'))
    expect(opened.getText('text').toString()).toBe('Tema: trygghet. Avtalt: hospitering.')
  })

  test('twenty updates of two browsers, all sent at once: every word is there, once', async () => {
    const words = Array.from({ length: 10 }, (_, at) => at)
    const updates = (name: string) =>
      words.map((at) => updateOf(null, (text) => text.insert(0, `${name}${at} `)))
    await Promise.all([
      ...updates('ada').map((update) => send(circle.trainee, update)),
      ...updates('mona').map((update) => send(circle.mentor, update)),
    ])
    const text = (await stored())?.text ?? ''
    expect(text.trim().split(' ').toSorted()).toEqual(
      words.flatMap((at) => [`ada${at}`, `mona${at}`]).toSorted(),
    )
    const row = await database.conversation.findUniqueOrThrow({
      where: { id: conversationId },
      include: { texts: true },
    })
    expect(row).toMatchObject({ version: 2, texts: [{ part: 'MINUTES', sequence: 20 }] })
  })

  test('the same update sent again after a lost answer changes nothing', async () => {
    const update = updateOf(null, (text) => text.insert(0, 'Hei'))
    await send(circle.mentor, update)
    expect(await send(circle.mentor, update)).toMatchObject({ text: { text: 'Hei', sequence: 1 } })
    expect(
      await database.conversationEvent.count({ where: { conversationId, change: 'TEXT_WRITTEN' } }),
    ).toBe(1)
  })
})

describe('F010 F047 preparation', () => {
  test('each writes an own one, both read both', async () => {
    await acts.write(circle.trainee, conversationId, 'Kileeksisjon', 'PREPARATION')
    await acts.send(circle.trainee, 'sharePreparation', { conversationId })
    const query = `query ($id: ID!) { supervisionConversation(id: $id) {
      preparations { part author { displayName } text mayWrite sequence updatedBy { displayName } } } }`
    expect(await graph.ask(circle.mentor, query, { id: conversationId })).toEqual({
      supervisionConversation: {
        preparations: [
          {
            ...{ part: 'TRAINEE_PREPARATION', author: { displayName: 'Ada Solheim' }, text: 'Kileeksisjon' },
            ...{ mayWrite: false, sequence: 1, updatedBy: { displayName: 'Ada Solheim' } },
          },
          {
            ...{ part: 'MENTOR_PREPARATION', author: { displayName: 'Mona Berg' }, text: '' },
            ...{ mayWrite: true, sequence: 0, updatedBy: null },
          },
        ],
      },
    })
  })
})

describe('what is refused is not saved', () => {
  test.each([
    [
      'F010 a national identity number',
      updateOf(null, (text) => text.insert(0, 'Pasient 010100-12356')),
      'NATIONAL_ID_FOUND',
    ],
    [
      'F048 more than 10,000 characters',
      updateOf(null, (text) => text.insert(0, 'å'.repeat(10_001))),
      'TEXT_TOO_LONG',
    ],
    ['no update at all', 'aGVp', 'TEXT_INVALID'],
    ['not even base64', '***', 'TEXT_INVALID'],
    ['formatting', updateOf(null, (text) => text.insert(0, 'x', { bold: true })), 'TEXT_INVALID'],
  ])('%s', async (_name, update, code) => {
    await acts.write(circle.mentor, conversationId, 'Først')
    expect(await send(circle.trainee, update)).toMatchObject({ __typename: 'ConversationRefused', code })
    expect(await stored()).toMatchObject({ text: 'Først', sequence: 1 })
    expect(
      await database.conversationEvent.count({ where: { conversationId, change: 'TEXT_WRITTEN' } }),
    ).toBe(1)
  })

  test('F018 F059 words under the other’s Yjs client: what the other types next is not lost by it', async () => {
    const { mentor, trainee } = circle
    const mentors = new Y.Doc()
    mentors.getText('text').insert(0, 'Vi')
    await send(mentor, Buffer.from(Y.encodeStateAsUpdate(mentors)).toString('base64'))
    const forged = new Y.Doc()
    Y.applyUpdate(forged, Y.encodeStateAsUpdate(mentors))
    forged.clientID = mentors.clientID
    forged.getText('text').insert(2, ' avtalte fri')
    const update = Buffer.from(Y.encodeStateAsUpdate(forged)).toString('base64')
    expect(await send(trainee, update)).toMatchObject({ code: 'TEXT_INVALID' })
    mentors.getText('text').insert(2, ' snakket')
    await send(mentor, Buffer.from(Y.encodeStateAsUpdate(mentors)).toString('base64'))
    expect((await stored())?.text).toBe('Vi snakket')
  })

  test('nobody writes in what was cancelled', async () => {
    await acts.act(circle.mentor, 'cancelConversation', { conversationId, reason: 'Syk' })
    expect(await acts.write(circle.mentor, conversationId, 'x')).toMatchObject({ code: 'NOT_IN_THIS_STATE' })
  })
})
