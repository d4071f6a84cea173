import { expect, test } from 'vitest'
import type { AccountDocument } from './account-document.ts'
import { typeset } from './typeset.ts'

const HOSTILE = '#panic("no") $x$ *strong* _it_ <label> @ref \\ " \' // /* `raw`'

const document: AccountDocument = {
  title: 'Beregning av tjenestetid: Åse Ødegård',
  product: 'Kompetanseportalen',
  lang: 'nb',
  about: [HOSTILE],
  footer: HOSTILE,
  words: {
    ...{ page: 'Side', of: 'av', basis: 'Grunnlag', rule: 'Regel', days: 'Dager', earliest: 'Tidligst' },
    ...{ readings: 'Lest', remarks: 'Merknader', periods: 'Perioder', lines: 'Hver dag', linesNote: HOSTILE },
  },
  heads: { earliest: ['a', 'b', 'c'], periods: ['a', 'b', 'c', 'd'], lines: ['a', 'b', 'c', 'd', 'e'] },
  sums: [
    {
      heading: 'Utdanningen etter del 1',
      note: 'Bekreftet',
      rows: [{ sign: '=', name: HOSTILE, note: HOSTILE, rule: '§ 31', days: '1 016,2', strong: true }],
    },
  ],
  earliest: { note: HOSTILE, rows: [{ name: HOSTILE, missing: '1,0', on: HOSTILE, strong: true }] },
  readings: [{ code: 'x', text: HOSTILE, source: '§ 31' }],
  remarks: [HOSTILE],
  periods: [{ place: HOSTILE, note: '2024', percent: '80 %', status: 'Signert', counts: '292 av 365 d' }],
  lines: Array.from({ length: 200 }, () => ({
    ...{ span: '2024', place: HOSTILE, why: 'Teller', rule: '§ 31', days: '1,0', counts: '0,8' },
  })),
}

test('B04 the account is a tagged PDF with title and language, whatever people have written', () => {
  const pdf = Buffer.from(typeset(document)).toString('latin1')
  expect(pdf.slice(0, 5)).toBe('%PDF-')
  expect(pdf).toContain('/Lang (nb)')
  expect(pdf).toMatch(/pdfuaid:part[>=]"?1/)
  expect(pdf).toContain('/MarkInfo')
})
