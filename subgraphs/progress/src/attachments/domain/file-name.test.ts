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

  it('ends as its content does', () => {
    expect(withTrueEnding('bilde.JPG', ['jpg', 'jpeg'])).toBe('bilde.JPG')
    expect(withTrueEnding('bilde.heic', ['jpg', 'jpeg'])).toBe('bilde.heic.jpg')
    expect(withTrueEnding('setup.exe', ['pdf'])).toBe('setup.exe.pdf')
    expect(withTrueEnding('bevis', ['pdf'])).toBe('bevis.pdf')
  })
})
