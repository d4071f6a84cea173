import { describe, expect, it } from 'vitest'
import { cleanFileName, withTrueEnding } from './file-name.ts'

describe('F007 F052 the name of a file', () => {
  it.each([
    ['Kursbevis æøå ÆØÅ.pdf', 'Kursbevis æøå ÆØÅ.pdf'],
    ['attest 👩‍⚕️.png', 'attest 👩‍⚕️.png'],
    ['../../etc/passwd.pdf', 'passwd.pdf'],
    ['C:\\Users\\ada\\bevis.pdf', 'bevis.pdf'],
    ['be\u0000vis\r\n.pdf', 'bevis.pdf'],
    ['bevis\u202Efdp.exe', 'bevisfdp.exe'],
    ['.htaccess', 'htaccess'],
    ['a\u030Arsrapport.pdf', 'årsrapport.pdf'],
    ['a"b<c>|d?.pdf', 'a_b_c__d_.pdf'],
    [' .. . bevis.pdf', 'bevis.pdf'],
    ['bevis.pdf . ..', 'bevis.pdf'],
    ['lone \ud800 surrogate.pdf', 'lone \ufffd surrogate.pdf'],
  ])('%j is kept as %j', (raw, clean) => {
    expect(cleanFileName(raw)).toBe(clean)
  })

  it.each(['', '   ', '..', 'mappe/', '\u0000\u0007', '\u202e'])('%j is no name', (raw) => {
    expect(cleanFileName(raw)).toBeNull()
  })

  it('is shortened in its middle, by whole letters, and keeps its ending', () => {
    const name = cleanFileName(`${'😀'.repeat(400)}.pdf`) ?? ''
    expect([...name]).toHaveLength(150)
    expect(name.endsWith('😀.pdf')).toBe(true)
  })

  it.each([
    ['150 letters are kept', `${'a'.repeat(146)}.pdf`, `${'a'.repeat(146)}.pdf`],
    ['of 151 one is taken, before the ending', `${'a'.repeat(147)}.pdf`, `${'a'.repeat(146)}.pdf`],
    ['without an ending, from behind', 'a'.repeat(151), 'a'.repeat(150)],
    [
      'an ending of ten is one',
      `${'a'.repeat(150)}.${'b'.repeat(10)}`,
      `${'a'.repeat(139)}.${'b'.repeat(10)}`,
    ],
    ['an ending of eleven is none', `${'a'.repeat(145)}.${'b'.repeat(11)}`, `${'a'.repeat(145)}.bbbb`],
  ])('%s', (_what, raw, clean) => {
    expect(cleanFileName(raw)).toBe(clean)
  })

  it('without a point there is no ending; a point at its very end has nothing behind it', () => {
    expect(withTrueEnding('pdf', ['pdf'])).toBe('pdf.pdf')
    expect(withTrueEnding('.pdf', ['pdf'])).toBe('.pdf')
  })

  it('ends as its content does', () => {
    expect(withTrueEnding('bilde.JPG', ['jpg', 'jpeg'])).toBe('bilde.JPG')
    expect(withTrueEnding('bilde.heic', ['jpg', 'jpeg'])).toBe('bilde.heic.jpg')
    expect(withTrueEnding('setup.exe', ['pdf'])).toBe('setup.exe.pdf')
    expect(withTrueEnding('bevis', ['pdf'])).toBe('bevis.pdf')
  })
})
