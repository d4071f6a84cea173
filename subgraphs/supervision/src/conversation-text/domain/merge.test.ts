import {
  array,
  assert,
  integer,
  nat,
  oneof,
  property,
  record,
  string,
  tuple,
  uint8Array,
  constant,
} from 'fast-check'
import { processorMs } from '@kompetanse/schema/testing/processor-ms'
import { describe, expect, test } from 'vitest'
import * as Y from 'yjs'
import { EMPTY_STATE, isTooLong, mergeUpdate, type Merged } from './merge.ts'

/** A browser that has the document open. */
function aWriter(state: Uint8Array = EMPTY_STATE) {
  const doc = new Y.Doc()
  Y.applyUpdate(doc, state)
  return {
    doc,
    write(work: (text: Y.Text) => void): Uint8Array {
      const had = Y.encodeStateVector(doc)
      doc.transact(() => work(doc.getText('text')))
      return Y.encodeStateAsUpdate(doc, had)
    },
    read: () => doc.getText('text').toString(),
  }
}

const merged = (state: Uint8Array | null, update: Uint8Array): Merged => {
  const decision = mergeUpdate(state, update)
  if (decision.kind === 'refused') throw new Error(decision.code)
  return decision
}

const edits = array(
  record({ at: nat(20), insert: oneof(string({ maxLength: 8 }), constant('å 🎈\n')), remove: nat(3) }),
  { maxLength: 6 },
)
type Edit = { at: number; insert: string; remove: number }

function apply(text: Y.Text, { at, insert, remove }: Edit) {
  const place = Math.min(at, text.length)
  text.delete(place, Math.min(remove, text.length - place))
  text.insert(place, insert.replaceAll('\0', '').toWellFormed())
}

describe('F018 two people write in one text', () => {
  test('both keep what they wrote at once, at the same place, in either order', () => {
    const first = merged(
      null,
      aWriter().write((text) => text.insert(0, 'Tema: .')),
    )
    const [ada, mona] = [aWriter(first.state), aWriter(first.state)]
    const hers = ada.write((text) => text.insert(6, 'trygghet'))
    const theirs = mona.write((text) => text.insert(6, 'henvisning'))
    const one = merged(merged(first.state, hers).state, theirs)
    const two = merged(merged(first.state, theirs).state, hers)
    expect(one.text).toBe(two.text)
    expect(one.text).toContain('trygghet')
    expect(one.text).toContain('henvisning')
    Y.applyUpdate(ada.doc, one.added as Uint8Array)
    expect(ada.read()).toBe(one.text)
  })

  test('whatever two write, in whatever order it comes, they end with the same text', () => {
    assert(
      property(edits, edits, array(nat(), { maxLength: 12 }), (hers, theirs, order) => {
        const [ada, mona] = [aWriter(), aWriter()]
        const updates = [
          ...hers.map((edit) => ({ from: 'ada', update: ada.write((text) => apply(text, edit)) })),
          ...theirs.map((edit) => ({ from: 'mona', update: mona.write((text) => apply(text, edit)) })),
        ]
        // Each one's own come in order, as they do; between the two there is none.
        const queues = [
          updates.filter(({ from }) => from === 'ada'),
          updates.filter(({ from }) => from === 'mona'),
        ]
        const inAnyOrder = order.flatMap((pick) => queues[pick % 2]?.shift() ?? []).concat(...queues)
        let state: Uint8Array | null = null
        let text = ''
        for (const { update } of inAnyOrder) ({ state, text } = merged(state, update))
        let plain: Uint8Array | null = null
        let expected = ''
        for (const { update } of updates) ({ state: plain, text: expected } = merged(plain, update))
        expect(text).toBe(expected)
      }),
      { numRuns: 300 },
    )
  })

  test('the same update twice is once, and says that it brought nothing', () => {
    const update = aWriter().write((text) => text.insert(0, 'Hei'))
    const once = merged(null, update)
    expect(merged(once.state, update)).toMatchObject({ text: 'Hei', added: null })
  })
})

test('F018 what is taken away is brought to the other too, however many letters', () => {
  for (const letters of ['H', 'He', 'Hei', 'Hei!', 'Hei!!', 'Hei!!!']) {
    const writer = aWriter()
    const first = merged(
      null,
      writer.write((text) => text.insert(0, letters)),
    )
    const taken = merged(
      first.state,
      writer.write((text) => text.delete(0, letters.length)),
    )
    expect(taken.text).toBe('')
    const other = aWriter(first.state)
    Y.applyUpdate(other.doc, taken.added as Uint8Array)
    expect(other.read()).toBe('')
  }
})

describe('what is refused', () => {
  const code = (state: Uint8Array | null, update: Uint8Array) => {
    const decision = mergeUpdate(state, update)
    return decision.kind === 'accepted' ? decision.text : decision.code
  }

  test('F010 bytes that are no update, in one way or another, change nothing', () => {
    expect(code(null, new Uint8Array([1, 2, 3]))).toBe('TEXT_INVALID')
    expect(code(null, new Uint8Array())).toBe('TEXT_INVALID')
    assert(
      property(uint8Array({ maxLength: 40 }), (bytes) => {
        const decision = mergeUpdate(null, bytes)
        expect(decision.kind === 'accepted' ? decision.text : decision.code).toMatch(/^$|TEXT_INVALID/)
      }),
      { numRuns: 500 },
    )
  })

  test('a few bytes that speak of thirty million parts cost nothing', () => {
    const claims = new Uint8Array([1, 0x80, 0x87, 0xa7, 0x0e, 1, 0])
    const before = processorMs()
    expect(code(null, claims)).toBe('TEXT_INVALID')
    expect(processorMs() - before).toBeLessThan(250)
  })

  test('an update that builds on what the server has not seen', () => {
    const writer = aWriter()
    writer.write((text) => text.insert(0, 'Først'))
    expect(
      code(
        null,
        writer.write((text) => text.insert(5, ', så')),
      ),
    ).toBe('TEXT_INVALID')
  })

  test('an update that takes away what the server has not seen', () => {
    const writer = aWriter()
    writer.write((text) => text.insert(0, 'Først'))
    const taken = writer.write((text) => text.delete(0, 5))
    expect(code(null, taken)).toBe('TEXT_INVALID')
  })

  test.each([
    ['another name', (doc: Y.Doc) => doc.getText('skjult').insert(0, 'x')],
    ['a map under the name', (doc: Y.Doc) => doc.getMap('text').set('a', 1)],
    ['something embedded', (doc: Y.Doc) => doc.getText('text').insertEmbed(0, { image: 'x' })],
    ['formatting', (doc: Y.Doc) => doc.getText('text').insert(0, 'x', { bold: true })],
    ['a sign that the database refuses', (doc: Y.Doc) => doc.getText('text').insert(0, 'a\0b')],
  ])('%s is not plain text', (_what, write) => {
    const doc = new Y.Doc()
    write(doc)
    expect(code(null, Y.encodeStateAsUpdate(doc))).toBe('TEXT_INVALID')
  })

  test('F048 more than 10,000 characters; exactly so many are taken', () => {
    const writer = aWriter()
    const first = merged(
      null,
      writer.write((text) => text.insert(0, 'å'.repeat(10_000))),
    )
    expect(first.text).toHaveLength(10_000)
    expect(
      code(
        first.state,
        writer.write((text) => text.insert(0, 'x')),
      ),
    ).toBe('TEXT_TOO_LONG')
    expect(code(null, new Uint8Array(200_001))).toBe('TEXT_TOO_LONG')
    expect(code(null, new Uint8Array(200_000))).toBe('')
  })

  test.each([
    [10_000, 1_000_000, false],
    [10_001, 12_000, true],
    [5, 1_000_001, true],
  ])('F048 %d characters in a document of %d bytes are too much: %s', (characters, bytes, tooMuch) => {
    expect(isTooLong('å'.repeat(characters), bytes)).toBe(tooMuch)
  })

  test('F010 a national identity number, also when each wrote half of it', () => {
    const ada = aWriter()
    expect(
      code(
        null,
        ada.write((text) => text.insert(0, 'Pasient 010100 12356')),
      ),
    ).toBe('NATIONAL_ID_FOUND')
    const half = aWriter()
    const first = merged(
      null,
      half.write((text) => text.insert(0, 'Pasient 010100')),
    )
    const other = aWriter(first.state)
    expect(
      code(
        first.state,
        other.write((text) => text.insert(14, ' 12356')),
      ),
    ).toBe('NATIONAL_ID_FOUND')
  })

  test('F010 what was typed and deleted before it was sent is kept nowhere and travels to nobody', () => {
    const doc = new Y.Doc({ gc: false })
    const text = doc.getText('text')
    text.insert(0, 'Pasient 01010012356')
    text.delete(8, 11)
    const { state, added, text: kept } = merged(null, Y.encodeStateAsUpdate(doc))
    expect(kept).toBe('Pasient ')
    for (const bytes of [state, added as Uint8Array])
      expect(Buffer.from(bytes).toString('latin1')).not.toContain('01010012356')
  })

  test('any text that a person can write survives', () => {
    assert(
      property(tuple(string({ unit: 'grapheme', maxLength: 50 }), integer()), ([words]) => {
        const clean = words.replaceAll('\0', '')
        expect(
          code(
            null,
            aWriter().write((text) => text.insert(0, clean)),
          ),
        ).toBe(clean)
      }),
    )
  })
})
