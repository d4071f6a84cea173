import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { editBetween, wordsBeyond, moved } from './edit.ts'

describe('F018 the smallest edit between two readings of a field', () => {
  it.each([
    ['nothing', 'abc', 'abc', 3, undefined],
    ['a letter at the caret', 'aaa', 'aaaa', 2, { at: 1, remove: 0, insert: 'a' }],
    ['the last letter taken out', 'abc', 'ab', 2, { at: 2, remove: 1, insert: '' }],
    ['a word replaced', 'en to tre', 'en fire tre', 7, { at: 3, remove: 2, insert: 'fire' }],
    ['a character of two halves', '😀', '😁', 2, { at: 0, remove: 2, insert: '😁' }],
    ['one of two that begin alike', '😀😁', '😁', 0, { at: 0, remove: 2, insert: '' }],
  ])('%s', (_name, before, after, caret, edit) => {
    expect(editBetween(before, after, caret)).toEqual(edit)
  })

  it('makes the one of the other, and leaves no half character, whatever the texts', () => {
    const text = fc.string({ unit: fc.constantFrom('a', 'b', '\n', '😀', '😁', 'æ'), maxLength: 12 })
    fc.assert(
      fc.property(text, text, fc.nat(), (before, after, place) => {
        const edit = editBetween(before, after, place % (after.length + 1)) ?? {
          at: 0,
          remove: 0,
          insert: '',
        }
        const rest = before.slice(0, edit.at) + before.slice(edit.at + edit.remove)
        expect([rest.isWellFormed(), edit.insert.isWellFormed()]).toEqual([true, true])
        expect(before.slice(0, edit.at) + edit.insert + before.slice(edit.at + edit.remove)).toBe(after)
      }),
    )
  })
})

describe('F018 the caret stays with its words', () => {
  it.each([
    ['text before it', [{ insert: 'xx' }], 5],
    ['text right at it', [{ retain: 3 }, { insert: 'xx' }], 3],
    ['text after it', [{ retain: 4 }, { insert: 'xx' }], 3],
    ['something gone before it', [{ delete: 2 }], 1],
    ['the text around it is gone', [{ retain: 1 }, { delete: 5 }], 1],
  ])('%s', (_name, delta, place) => {
    expect(moved(3, delta)).toBe(place)
  })
})

describe('F059 what came too late', () => {
  it.each([
    ['Vi snakket om vakt. ord', 'Vi snakket om vakt. ordene mine', 'ordene mine'],
    ['', 'Alt sammen.', 'Alt sammen.'],
    ['Først. Sist.', 'Først. Midt i. Sist.', 'Først. Midt i.'],
    ['Likt.', 'Likt.', ''],
    ['Bare strøket her.', 'Bare her.', ''],
  ])('«%s» → «%s» has «%s» more', (kept, text, words) => expect(wordsBeyond(kept, text)).toBe(words))
})
