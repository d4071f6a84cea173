/** Files for tests: as small as they can be and still be what they say. */
import { crc32, deflateRawSync } from 'node:zlib'

type Entries = Readonly<Record<string, string>>

/** A ZIP archive, as programs write it. */
export function zip(entries: Entries, comment = ''): Buffer {
  const locals: Buffer[] = []
  const directory: Buffer[] = []
  let at = 0
  for (const [name, text] of Object.entries(entries)) {
    const packed = deflateRawSync(text)
    const head = Buffer.alloc(26)
    head.writeUInt16LE(20, 0)
    head.writeUInt16LE(0x800, 2)
    head.writeUInt16LE(8, 4)
    head.writeUInt32LE(crc32(text), 10)
    head.writeUInt32LE(packed.length, 14)
    head.writeUInt32LE(Buffer.byteLength(text), 18)
    head.writeUInt16LE(Buffer.byteLength(name), 22)
    const where = Buffer.alloc(14)
    where.writeUInt32LE(at, 10)
    const local = Buffer.concat([Buffer.from('PK\x03\x04', 'latin1'), head, Buffer.from(name), packed])
    directory.push(Buffer.from('PK\x01\x02\x14\0', 'latin1'), head, where, Buffer.from(name))
    locals.push(local)
    at += local.length
  }
  const listed = Buffer.concat(directory)
  const end = Buffer.from(`PK\x05\x06${'\0'.repeat(18)}`, 'latin1')
  end.writeUInt16LE(locals.length, 8)
  end.writeUInt16LE(locals.length, 10)
  end.writeUInt32LE(listed.length, 12)
  end.writeUInt32LE(at, 16)
  end.writeUInt16LE(comment.length, 20)
  return Buffer.concat([...locals, listed, end, Buffer.from(comment)])
}

const OFFICE = 'application/vnd.openxmlformats-officedocument'
const DECLARED = [
  'xml application/xml',
  'rels application/vnd.openxmlformats-package.relationships+xml',
  'png image/png',
]
  .concat(`xlsx ${OFFICE}.spreadsheetml.sheet`, `bin ${OFFICE}.spreadsheetml.printerSettings`)
  .map((one) => one.split(' '))
  .map(([ending, type]) => `<Default Extension="${ending}" ContentType="${type}"/>`)
  .join('')

export const types = (part: string, type: string, more = '') =>
  `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Override PartName="/${part}" ContentType="${type}"/>${DECLARED}${more}</Types>`

/** An Office document; `more` adds entries or takes the place of them. */
const office =
  (family: string, part: string) =>
  (more: Entries = {}) =>
    zip({
      '[Content_Types].xml': types(part, `${OFFICE}.${family}.main+xml`),
      [part]: '<document/>',
      '_rels/.rels': '<Relationships/>',
      ...more,
    })

export const docx = office('wordprocessingml.document', 'word/document.xml')
const xlsx = office('spreadsheetml.sheet', 'xl/workbook.xml')
const pptx = office('presentationml.presentation', 'ppt/presentation.xml')

const chunk = (name: string, content = '') => {
  const length = Buffer.alloc(4)
  length.writeUInt32BE(content.length)
  return Buffer.concat([length, Buffer.from(name + content, 'latin1'), Buffer.alloc(4)])
}
const box = (name: string, content = '') => {
  const length = Buffer.alloc(4)
  length.writeUInt32BE(8 + content.length)
  return Buffer.concat([length, Buffer.from(name + content, 'latin1')])
}

export const pdf = (objects = '1 0 obj\n<<>>\nendobj') =>
  Buffer.from(`%PDF-1.7\n${objects}\n%%EOF\n`, 'latin1')

/** One of each kind that is taken, by its first ending. */
export const TAKEN: Readonly<Record<string, Buffer>> = {
  pdf: pdf(),
  png: Buffer.concat([
    Buffer.from('89504e470d0a1a0a', 'hex'),
    chunk('IHDR', '\0'.repeat(13)),
    chunk('IDAT', 'x'),
    chunk('IEND'),
  ]),
  jpg: Buffer.from('ffd8ffe000104a46494600010100000100010000ffda0002aabbff00ccffd0ddffd9', 'hex'),
  heic: Buffer.concat([box('ftyp', 'heic\0\0\0\0mif1'), box('meta', '\0\0\0\0'), box('mdat', 'x')]),
  docx: docx(),
  xlsx: xlsx(),
  pptx: pptx(),
}

const macroType = types('word/document.xml', 'application/vnd.ms-word.document.macroEnabled.main+xml')

export const FILES = {
  pdf: pdf(),
  macro: docx({ 'word/vbaProject.bin': 'x' }),
  'macro by its type': docx({ '[Content_Types].xml': macroType }),
  archive: zip({ 'bevis.pdf': '%PDF-1.7' }),
  program: Buffer.from('MZ\x90\0\x03\0\0\0\x04\0 This program cannot be run in DOS mode', 'latin1'),
  elf: Buffer.from('\x7fELF\x02\x01\x01', 'latin1'),
  script: Buffer.from('#!/bin/sh\necho hei\n'),
  page: Buffer.from('<!doctype html><script>alert(1)</script>'),
  drawing: Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>'),
  'old Word': Buffer.from('d0cf11e0a1b11ae1', 'hex'),
} as const

/** An async stream of these bytes in chunks, as a socket gives them. */
export async function* inChunks(content: Buffer, size = 1024): AsyncGenerator<Buffer> {
  for (let at = 0; at < content.length; at += size) yield content.subarray(at, at + size)
}
