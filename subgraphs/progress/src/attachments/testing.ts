/** Files for tests: as small as they can be and still be what they say. */
const zip = (...parts: string[]) =>
  Buffer.concat([Buffer.from('PK\x03\x04', 'latin1'), Buffer.from(parts.join('\0'.repeat(30)))])

export const FILES = {
  pdf: Buffer.from('%PDF-1.7\n1 0 obj\n<<>>\nendobj\n%%EOF\n'),
  png: Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex'),
  jpeg: Buffer.from('ffd8ffe000104a464946', 'hex'),
  heic: Buffer.from('\0\0\0\x18ftypheic\0\0\0\0', 'latin1'),
  docx: zip('[Content_Types].xml', 'word/document.xml'),
  xlsx: zip('[Content_Types].xml', 'xl/workbook.xml'),
  pptx: zip('[Content_Types].xml', 'ppt/presentation.xml'),
  macro: zip('[Content_Types].xml', 'word/document.xml', 'word/vbaProject.bin'),
  archive: zip('bevis.pdf'),
  program: Buffer.from('MZ\x90\0\x03\0\0\0\x04\0 This program cannot be run in DOS mode', 'latin1'),
  elf: Buffer.from('\x7fELF\x02\x01\x01', 'latin1'),
  script: Buffer.from('#!/bin/sh\necho hei\n'),
  page: Buffer.from('<!doctype html><script>alert(1)</script>'),
  drawing: Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>'),
} as const

/** An async stream of these bytes in chunks, as a socket gives them. */
export async function* inChunks(content: Buffer, size = 1024): AsyncGenerator<Buffer> {
  for (let at = 0; at < content.length; at += size) yield content.subarray(at, at + size)
}
