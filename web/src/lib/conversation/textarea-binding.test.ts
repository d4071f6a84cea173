import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { type Area, bindTextarea } from './textarea-binding.ts'

/** The part of a textarea that the binding uses. */
class FakeArea extends EventTarget {
  value = ''
  selectionStart = 0
  selectionEnd = 0
  scrollTop = 0
  setSelectionRange(start: number, end: number): void {
    this.selectionStart = start
    this.selectionEnd = end
  }
  /** What a person does: marks something and writes over it. */
  replace(start: number, end: number, words: string): void {
    this.value = this.value.slice(0, start) + words + this.value.slice(end)
    this.setSelectionRange(start + words.length, start + words.length)
    this.dispatchEvent(new Event('input'))
  }
}

const aWriter = () => {
  const doc = new Y.Doc()
  const area = new FakeArea()
  bindTextarea(area as unknown as Area, doc.getText('text'))
  return { doc, area }
}
type Writer = ReturnType<typeof aWriter>
const sync = (from: Writer, to: Writer) =>
  Y.applyUpdate(to.doc, Y.encodeStateAsUpdate(from.doc, Y.encodeStateVector(to.doc)))

const twoWhoHave = (words: string) => {
  const [one, other] = [aWriter(), aWriter()]
  one.area.replace(0, 0, words)
  sync(one, other)
  return { one, other }
}

describe('F018 F048 two who write in one field', () => {
  it('keeps caret and selection with the words when the other writes before them', () => {
    const { one, other } = twoWhoHave('Tema i dag')
    other.area.setSelectionRange(5, 10)
    one.area.replace(0, 0, 'Nytt: ')
    sync(one, other)
    expect([other.area.value, other.area.selectionStart, other.area.selectionEnd]).toEqual([
      'Nytt: Tema i dag',
      11,
      16,
    ])
  })

  it('takes back only the own words', () => {
    const { one, other } = twoWhoHave('')
    one.area.replace(0, 0, 'mine ')
    sync(one, other)
    other.area.replace(5, 5, 'dine')
    sync(other, one)
    one.area.dispatchEvent(
      Object.assign(new Event('keydown', { cancelable: true }), { key: 'z', ctrlKey: true }),
    )
    expect(one.area.value).toBe('dine')
  })

  it('lets the other wait while a character is being composed, and loses neither', () => {
    const { one, other } = twoWhoHave('ab')
    one.area.dispatchEvent(new Event('compositionstart'))
    one.area.replace(1, 1, '^')
    other.area.replace(0, 0, 'xx')
    sync(other, one)
    expect(one.area.value).toBe('a^b')
    one.area.value = 'aôb'
    one.area.setSelectionRange(2, 2)
    one.area.dispatchEvent(new Event('compositionend'))
    sync(one, other)
    expect([one.area.value, other.area.value, one.area.selectionEnd]).toEqual(['xxaôb', 'xxaôb', 4])
  })

  it('ends alike in both fields, whatever the two do and whenever they hear of each other', () => {
    const step = fc.record({
      who: fc.boolean(),
      at: fc.nat(),
      length: fc.nat({ max: 4 }),
      words: fc.string({ unit: fc.constantFrom('a', 'å', ' ', '\n', '😀'), maxLength: 4 }),
      hears: fc.boolean(),
    })
    const character = (text: string, place: number) =>
      [...text].slice(0, place % ([...text].length + 1)).join('').length
    fc.assert(
      fc.property(fc.array(step, { maxLength: 30 }), (steps) => {
        const { one, other } = twoWhoHave('Felles tekst')
        for (const { who, at, length, words, hears } of steps) {
          const [writer, listener] = who ? [one, other] : [other, one]
          const { value } = writer.area
          const start = character(value, at)
          const end = start + [...value.slice(start)].slice(0, length).join('').length
          writer.area.replace(start, end, words)
          if (hears) sync(writer, listener)
        }
        sync(one, other)
        sync(other, one)
        expect(one.area.value).toBe(other.area.value)
        expect(one.area.value).toBe(one.doc.getText('text').toString())
        expect(one.area.value.isWellFormed()).toBe(true)
      }),
      { numRuns: 300 },
    )
  })
})
