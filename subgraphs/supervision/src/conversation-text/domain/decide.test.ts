import { brandId } from '@kompetanse/schema/ids'
import { describe, expect, test } from 'vitest'
import * as Y from 'yjs'
import { decideSharing, decideWriting, type Found } from './decide.ts'

const NOW = new Date('2026-09-15T10:00:00Z')
const TOMORROW = new Date('2026-09-16T10:00:00Z')

const ADA = brandId<'Person'>('ada')
const MONA = brandId<'Person'>('mona')

const row: Found['row'] = {
  ...{
    id: brandId<'Conversation'>('c'),
    traineeId: ADA,
    mentorId: MONA,
    status: 'PLANNED',
    startsAt: TOMORROW,
    accepted: true,
  },
}
const by = (client: number, text: string) => {
  const doc = new Y.Doc()
  doc.clientID = client
  doc.getText('text').insert(0, text)
  return Y.encodeStateAsUpdate(doc)
}
const had = {
  text: 'Hei',
  sequence: 3,
  updatedById: ADA,
  updatedAt: NOW,
  sharedAt: null,
  state: by(1, 'Hei'),
}
const found = (rest: Partial<Found> = {}): Found => ({
  ...{ row, part: 'TRAINEE_PREPARATION', had: { ...had, writers: { 1: 'ada' } }, actorId: ADA, now: NOW },
  ...rest,
})

describe('F018 writing', () => {
  test('the first time begins the text, and its count of writes', () => {
    const decision = decideWriting(found({ had: null, part: 'MINUTES' }), by(1, 'Hei'))
    expect(decision).toMatchObject({
      kind: 'accepted',
      text: { part: 'MINUTES', authorId: null, mayWrite: true, mayShare: false, written: { text: 'Hei' } },
      change: { written: { sequence: 1, updatedById: 'ada', updatedAt: NOW }, writers: { 1: 'ada' } },
    })
  })
  test('what is there already changes nothing', () => {
    const decision = decideWriting(found(), by(1, 'Hei'))
    expect(decision).toMatchObject({ kind: 'accepted', change: null, text: { written: had, mayShare: true } })
  })
  test('what the other adds is theirs, and one more write; what was shared stays so', () => {
    const given = { ...had, sharedAt: NOW, writers: { 1: 'ada' } }
    const decision = decideWriting(
      found({ had: given, part: 'AGREEMENTS', actorId: MONA, now: TOMORROW }),
      onTopOf(had.state, 2),
    )
    const written = { text: 'Hei!', sequence: 4, updatedById: 'mona', updatedAt: TOMORROW, sharedAt: NOW }
    expect(decision).toMatchObject({
      text: { conversationId: 'c', part: 'AGREEMENTS', authorId: null, mayShare: false, written },
      change: { written },
    })
    expect(decision).toHaveProperty('change.writers', { 1: 'ada', 2: 'mona' })
  })
  test.each([
    ['TRAINEE_PREPARATION', ADA],
    ['MENTOR_PREPARATION', MONA],
    ['MINUTES', null],
    ['AGREEMENTS', null],
  ] as const)('B32 %s is the own of %s', (part, authorId) => {
    expect(decideWriting(found({ had: null, part }), by(1, 'Hei'))).toMatchObject({ text: { authorId } })
  })
  test.each([
    ['after the end', 'NOT_IN_THIS_STATE', found({ row: { ...row, status: 'FINALISED' } }), by(2, 'x')],
    ['as the other’s client', 'TEXT_INVALID', found({ actorId: MONA }), onTopOf(had.state, 1)],
    ['a patient', 'NATIONAL_ID_FOUND', found({ had: null }), by(2, 'Pasient 010100 12356')],
  ])('not %s: %s', (_name, code, given, update) => {
    expect(decideWriting(given, update)).toEqual({ kind: 'refused', code })
  })
})

/** What somebody writes under a client that wrote before. */
function onTopOf(state: Uint8Array, client: number): Uint8Array {
  const doc = new Y.Doc()
  Y.applyUpdate(doc, state)
  doc.clientID = client
  doc.getText('text').insert(3, '!')
  return Y.encodeStateAsUpdate(doc)
}

describe('B32 sharing a preparation', () => {
  test('opens it once, and not what the other reads already', () => {
    expect(decideSharing(found())).toEqual({ kind: 'accepted', opens: true })
    const shared = found({ had: { ...had, sharedAt: NOW, writers: {} } })
    expect(decideSharing(shared)).toEqual({ kind: 'accepted', opens: false })
    const begun = found({ row: { ...row, startsAt: NOW } })
    expect(decideSharing(begun)).toEqual({ kind: 'accepted', opens: false })
  })
  test.each([
    ['nothing written', 'PREPARATION_MISSING', found({ had: null })],
    ['nothing that shows', 'PREPARATION_MISSING', found({ had: { ...had, text: ' \u200b', writers: {} } })],
    ['an end', 'NOT_IN_THIS_STATE', found({ row: { ...row, status: 'CANCELLED' } })],
  ])('not of %s: %s', (_name, code, given) => {
    expect(decideSharing(given)).toEqual({ kind: 'refused', code })
  })
})
