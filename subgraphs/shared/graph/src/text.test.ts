import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { hasWord, seen } from './seen.ts'
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

  // Every character that Unicode does not count among letters, digits and signs, and the look-alikes of a blank.
  const codes = Array.from({ length: 0x110000 }, (_, code) => code).filter((code) => code >> 11 !== 0x1b)
  const UNSEEN = codes
    .map((code) => String.fromCodePoint(code))
    .filter((sign) => /[^\p{L}\p{N}\p{P}\p{S}]|\p{Default_Ignorable_Code_Point}/u.test(sign))
    // Of what is unassigned, the beginning of each plane is enough.
    .filter((sign) => !/[\p{Cn}\p{Co}]/u.test(sign) || (sign.codePointAt(0) ?? 0) % 0x1000 < 8)
  const LOOK_ALIKES = [
    ...['\u115f', '\u1160', '\u3164', '\uffa0', '\u2800', '\ufffc', '\u034f', '\u180e', '\u200d', '\u00ad'],
    ...['\u{1d159}', '\u{13441}', '\u{13442}', '\u{e0020}', '\ufe0f', '\u2063', '\u00a0', '\u3000', '\u0301'],
  ]

  test('F051 B32 a text of characters that show nothing is none, whichever they are', () => {
    expect(UNSEEN.length).toBeGreaterThan(2_500)
    const all = [...UNSEEN, ...LOOK_ALIKES]
    expect(all.filter((sign) => cleanText(sign.repeat(12)) !== null)).toEqual([])
    expect(cleanText(LOOK_ALIKES.join(' '))).toBeNull()
    expect(all.filter((sign) => hasWord(sign.repeat(12)))).toEqual([])
    // One that shows, and it is a text.
    expect(all.filter((sign) => cleanText(`x${sign}y`) === null)).toEqual([])
  })

  test.each(['a', '7', '–', '?', '👍', '👩\u200d⚕️', 'ㅎ', '한', '⠁', 'א'])('%s is a text', (text) => {
    expect(cleanText(text)).toBe(text.normalize('NFC'))
  })

  test('what a reader sees of it', () => {
    expect(seen(' Ada\u200d\u2800  ringte\n\u3164 \u00a0 ')).toBe('Ada ringte')
    expect(hasWord('?! 👍')).toBe(false)
    expect(hasWord('\u3164 7')).toBe(true)
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
