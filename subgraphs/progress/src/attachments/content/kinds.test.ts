import { deflateSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { docx, FILES, pdf, TAKEN, types, zip } from '../testing.ts'
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

const WORD = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml'
const EXCEL = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml'
const override = (part: string, type: string) => `<Override PartName="/${part}" ContentType="${type}"/>`
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
    [
      'a main part of two kinds',
      { '[Content_Types].xml': types('word/document.xml', WORD, override('xl/workbook.xml', EXCEL)) },
    ],
    [
      'a macro sheet',
      {
        '[Content_Types].xml': types(
          'word/document.xml',
          WORD,
          override('xl/m.xml', 'application/vnd.ms-excel.macrosheet+xml'),
        ),
      },
    ],
    [
      'a page as a part',
      { '[Content_Types].xml': types('word/document.xml', WORD, override('word/a.xml', 'text/html')) },
    ],
    ['a part that is not declared', { 'word/media/a.wsx': 'x' }],
    [
      'relations that are not declared',
      { 'word/_rels/settings.xml.rels ': relation('attachedTemplate', 'https://evil/a.dotm') },
    ],
    ['a document with macros within', { 'word/embeddings/a.docm': 'x' }],
    [
      'a template on a network',
      { 'word/_rels/settings.xml.rels': relation('attachedTemplate', 'file://evil.example/share/a.dotm') },
    ],
    [
      'a template on a network, by its other name',
      { 'word/_rels/settings.xml.rels': relation('attachedTemplate', 'file:///\\\\evil.example\\a.dotm') },
    ],
    ['a piece that is taken in', { 'word/_rels/document.xml.rels': relation('aFChunk', 'a.xml', '') }],
    [
      'a field that starts a program',
      {
        'word/document.xml':
          '<w:d><w:instrText>DDE</w:instrText><w:instrText>AUTO c:\\\\cmd.exe</w:instrText></w:d>',
      },
    ],
    [
      'a field that fetches a picture',
      { 'word/header1.xml': '<d><x:fldSimple x:instr="INCLUDEPICTURE &quot;http://evil/a&quot;"/></d>' },
    ],
    ['no list of types that can be read', { '[Content_Types].xml': 'word/document.xml' }],
  ])('is refused with %s', async (_what, more) => expect(await kind(docx(more))).toBeNull())

  it.each([
    ['a link', { 'word/_rels/document.xml.rels': relation('hyperlink', 'https://helsedirektoratet.no') }],
    [
      'where its template lay',
      { 'word/_rels/settings.xml.rels': relation('attachedTemplate', 'file:///C:/Maler/Normal.dotm') },
    ],
    [
      'a field that is a link',
      { 'word/document.xml': '<d><w:instrText>HYPERLINK "https://a.no"</w:instrText></d>' },
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
  const packed = (objects: string, said = '/Type /ObjStm /N 1 /Filter /FlateDecode') => {
    const stream = deflateSync(objects).toString('latin1')
    return pdf(`1 0 obj\n<<${said}>>\nstream\n${stream}\nendstream\nendobj`)
  }
  const SCRIPT = '<</S /JavaScript /JS (x)>>'
  const LZW = (said: string) => pdf(`<<${said}>>\nstream\nabc\nendstream`)
  it.each([
    ['a script', pdf('<</S /JavaScript /JS (app.alert(1))>>')],
    ['a script in disguise', pdf('<</S /J#61vaScript>>')],
    ['a program to start', pdf('<</S/Launch/F(calc.exe)>>')],
    ['a script in packed objects', packed('<</S /JavaScript /JS (x)>>')],
    ['how it is packed said first', packed(SCRIPT, '/Filter /FlateDecode /Type /ObjStm')],
    ['nothing said of what is packed', packed(SCRIPT, '')],
    ['a comment of being encrypted', packed(SCRIPT, '% /Encrypt 1 0 R\n/Type/ObjStm/Filter/FlateDecode')],
    ['names in disguise', packed(SCRIPT, '/Type/Obj#53tm/F#69lter/FlateDecode')],
    ['a long dictionary', packed(SCRIPT, `/Type/ObjStm/X(${'x'.repeat(3_000)})/Filter/FlateDecode`)],
    ['a stream within a text', packed(SCRIPT, '/X(stream\n)/Type/ObjStm/Filter/FlateDecode')],
    ['a script in disguise within', packed('<</S /Java#53cript>>')],
    ['a form with scripts', pdf('<</XFA 5 0 R>>')],
    ['a way to elsewhere', pdf('<</S/GoToR/F(\\\\evil\\a)>>')],
    ['packed objects in disguise that cannot be read', LZW('/Type/Obj#53tm/F#69lter/LZWDecode')],
    ['packed objects that cannot be read', LZW('/Type/ObjStm/Filter/LZWDecode')],
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
