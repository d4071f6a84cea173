import { deflateSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { docx, FILES, pdf, TAKEN, zip } from '../testing.ts'
import { KINDS, kindOf } from './kinds.ts'

const CASES = KINDS.map(
  ({ name, endings: [ending] }) => [ending, name, TAKEN[ending] ?? Buffer.alloc(0)] as const,
)
const kind = async (content: Buffer) => (await kindOf(content))?.endings[0] ?? null
const page = Buffer.from('<!doctype html><script>alert(1)</script>')
const bytes = (number: number) => {
  const four = Buffer.alloc(4)
  four.writeUInt32LE(number)
  return four
}
const archive = zip({ 'run.exe': 'MZ' })

describe.each(CASES)('F007 F052 %s', (ending, _name, sample) => {
  it('is known by its content', async () => expect(await kind(sample)).toBe(ending))

  it.each([
    ['a page before it', Buffer.concat([page, sample])],
    ['a page after it', Buffer.concat([sample, page])],
    ['an archive before it', Buffer.concat([archive, sample])],
    ['an archive after it', Buffer.concat([sample, archive])],
    [
      'an archive after it whose comment is the file again',
      Buffer.concat([sample, zip({ a: 'b' }, sample.toString('latin1').slice(0, 400))]),
    ],
    ['a program after it', Buffer.concat([sample, FILES.elf])],
    ['nothing but its beginning', sample.subarray(0, 12)],
    ['all but its last byte', sample.subarray(0, ending === 'pdf' ? -2 : -1)],
    ['all but its first byte', sample.subarray(1)],
    ['zeros in its place', Buffer.alloc(sample.length)],
  ])('is not taken with %s', async (_what, content) => expect(await kind(content)).toBeNull())
})

it.each(Object.entries(FILES).filter(([name]) => name !== 'pdf'))(
  'F007 %s is refused',
  async (_name, content) => expect(await kind(content)).toBeNull(),
)

it('the list of samples has every kind, and each is one kind alone', async () => {
  expect(Object.keys(TAKEN).toSorted()).toEqual(KINDS.map(({ endings: [ending] }) => ending).toSorted())
  for (const [ending, , sample] of CASES) {
    const answers = await Promise.all(KINDS.map(({ is }) => is(sample)))
    expect([ending, answers.filter(Boolean)]).toEqual([ending, [true]])
  }
})

const relation = (type: string, target: string, mode = ' TargetMode="External"') =>
  `<Relationships xmlns="r"><Relationship Id="1" Type="http://x/${type}" Target="${target}"${mode}/></Relationships>`

describe('F007 an Office document', () => {
  it.each([
    ['a macro', { 'word/vbaProject.bin': 'x' }],
    ['a macro in another place', { 'custom/VBAPROJECT.BIN': 'x' }],
    ['a control', { 'word/activeX/activeX1.xml': '<x/>' }],
    ["another program's object", { 'word/embeddings/oleObject1.bin': 'x' }],
    ['a program', { 'word/media/setup.exe': 'MZ' }],
    ['a name that leads out of it', { '../evil.xml': 'x' }],
    ['a name from the root', { '/etc/passwd': 'x' }],
    [
      'a template that is fetched',
      { 'word/_rels/settings.xml.rels': relation('attachedTemplate', 'https://evil/a.dotm') },
    ],
    [
      'a template in disguise',
      {
        'word/_rels/settings.xml.rels': relation(
          'attachedTemplate',
          'https://evil/a.dotm',
          ' TargetMode="&#69;xternal"',
        ),
      },
    ],
    ['relations that are no XML', { 'word/_rels/settings.xml.rels': 'no' }],
    ['entities', { 'word/_rels/a.rels': '<!DOCTYPE a [<!ENTITY e "x">]><a/>' }],
    [
      'another kind of main part',
      {
        '[Content_Types].xml':
          '<Types><Override PartName="/word/document.xml" ContentType="text/html"/></Types>',
      },
    ],
    ['no list of types that can be read', { '[Content_Types].xml': 'word/document.xml' }],
  ])('is refused with %s', async (_what, more) => expect(await kind(docx(more))).toBeNull())

  it.each([
    ['a link', { 'word/_rels/document.xml.rels': relation('hyperlink', 'https://helsedirektoratet.no') }],
    [
      'where its template lay',
      { 'word/_rels/settings.xml.rels': relation('attachedTemplate', 'file:///C:/Maler/Normal.dotm') },
    ],
    ['a table from Excel', { 'word/embeddings/Microsoft_Excel_Sheet.xlsx': 'x' }],
  ])('is taken with %s', async (_what, more) => expect(await kind(docx(more))).toBe('docx'))

  it('is refused when it would be too much unpacked', async () => {
    const bomb = docx({ 'word/media/a.bin': '\0'.repeat(5_000_000) })
    expect([await kind(bomb), bomb.length < 10_000]).toEqual(['docx', true])
    // How long it becomes stands before it and in the directory.
    for (let at = bomb.indexOf(bytes(5_000_000)); at >= 0; at = bomb.indexOf(bytes(5_000_000)))
      bytes(4_000_000_000).copy(bomb, at)
    expect(await kind(bomb)).toBeNull()
  })
})

describe('F007 a PDF', () => {
  const packed = (objects: string) => {
    const stream = deflateSync(objects).toString('latin1')
    return pdf(`1 0 obj\n<</Type /ObjStm /N 1 /Filter /FlateDecode>>\nstream\n${stream}\nendstream\nendobj`)
  }
  it.each([
    ['a script', pdf('<</S /JavaScript /JS (app.alert(1))>>')],
    ['a script in disguise', pdf('<</S /J#61vaScript>>')],
    ['a program to start', pdf('<</S/Launch/F(calc.exe)>>')],
    ['a script in packed objects', packed('<</S /JavaScript /JS (x)>>')],
    ['packed objects that cannot be read', pdf('<</Type/ObjStm/Filter/LZWDecode>>\nstream\nabc\nendstream')],
  ])('is refused with %s', async (_what, content) => expect(await kind(content)).toBeNull())

  it('is taken with packed objects in which nothing runs', async () =>
    expect(await kind(packed('<</Type /Page>>'))).toBe('pdf'))
})

describe('F007 a photograph', () => {
  const { jpg = Buffer.alloc(0) } = TAKEN
  const directory = Buffer.from('SEFH\0\0\0\0\0\0\0\0', 'latin1')
  const trailer = Buffer.concat([
    Buffer.from('entries'),
    directory,
    bytes(directory.length),
    Buffer.from('SEFT'),
  ])
  it.each([
    ['a second image after it', Buffer.concat([jpg, jpg])],
    ['zeros after it', Buffer.concat([jpg, Buffer.alloc(9)])],
    ["a telephone's trailer", Buffer.concat([jpg, trailer])],
  ])('is taken with %s', async (_what, content) => expect(await kind(content)).toBe('jpg'))

  it("is refused with what only ends like a telephone's trailer", async () =>
    expect(await kind(Buffer.concat([jpg, page, Buffer.from('\xff\xff\xff\xffSEFT', 'latin1')]))).toBeNull())
})
