import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { cleanText, MAX_TEXT } from './text.ts'

describe('F051 what a person wrote', () => {
  test.each([
    ['control characters go', 'a\u0000b\u0007c\u001b[31m', 'abc[31m'],
    ['what turns the reading direction goes', 'sikker\u202egnp.exe', 'sikkergnp.exe'],
    ['line breaks and tabs stay, Windows’ become plain', 'en\r\nto\n\ttre', 'en\nto\n\ttre'],
    ['emoji of several signs stay whole', 'Bra 👩\u200d⚕️ 🇳🇴', 'Bra 👩\u200d⚕️ 🇳🇴'],
    ['letters are composed', 'Bjo\u0308rn', 'Bjo\u0308rn'.normalize('NFC')],
    ['half a character becomes a sign for it', 'a\ud83d b', 'a\ufffd b'],
    ['blanks around go', ' \n a \t ', 'a'],
  ])('%s', (_name, text, kept) => {
    expect(cleanText(text)).toBe(kept)
  })

  test.each([null, undefined, '', ' \n\t ', '\u0000', '\u200b\u202e'])('nothing is left of %j', (text) => {
    expect(cleanText(text)).toBeNull()
  })

  test('10,000 characters stay; one more is refused, for what is cut off in silence is lost', () => {
    expect(cleanText(`${'å'.repeat(MAX_TEXT)} \n`)).toHaveLength(MAX_TEXT)
    const refused = expect.objectContaining({ extensions: { code: 'TEXT_TOO_LONG', limit: MAX_TEXT } })
    expect(() => cleanText('å'.repeat(MAX_TEXT + 1))).toThrow(refused)
  })

  test('whatever is written, what is kept is text that the database takes', () => {
    const anything = fc.string({ unit: 'binary', maxLength: MAX_TEXT / 6 })
    const ofHalves = fc
      .array(fc.constantFrom('a', '\ud83d', '\ude00', '\u0000', '😀'))
      .map((all) => all.join(''))
    fc.assert(
      fc.property(fc.oneof(anything, ofHalves), (text) => {
        const kept = cleanText(text) ?? ''
        expect(kept.isWellFormed() && !kept.includes('\u0000') && kept.length <= MAX_TEXT).toBe(true)
      }),
    )
  })
})
