import { inflateSync } from 'node:zlib'

const BLANK = new Set([0x00, 0x09, 0x0a, 0x0c, 0x0d, 0x20])
/** Actions by which a reader runs something, or sends something away. What is attached to a PDF is the scanner's. */
const RUNS = /\/(?:JavaScript|Launch|RichMedia|Rendition|ImportData|SubmitForm)(?![A-Za-z0-9])/
/** Objects in packed streams, ISO 32000 7.5.7: how much of them is unpacked, all together. */
const MOST_UNPACKED = 64 * 1024 * 1024
const PACKED = /\/ObjStm\b[^]{0,2000}?stream\r?\n/g

/**
 * A PDF from its first byte to its end mark, in which nothing runs. Of an encrypted one (many are, against changes) the
 * packed objects are not seen.
 */
export function isPdf(content: Buffer): boolean {
  if (content.toString('latin1', 0, 5) !== '%PDF-') return false
  let end = content.length
  while (end > 0 && BLANK.has(content[end - 1] ?? -1)) end -= 1
  if (content.toString('latin1', end - 5, end) !== '%%EOF') return false
  const text = content.toString('latin1')
  return !runs(text) && (text.includes('/Encrypt') || !packedRuns(content, text))
}

/** A letter of a name may be written as its number: `/J#61vaScript`. */
const runs = (text: string): boolean =>
  RUNS.test(text) || (text.includes('#') && RUNS.test(text.replace(/#([0-9a-fA-F]{2})/g, letter)))
const letter = (_all: string, hex: string) => String.fromCharCode(Number.parseInt(hex, 16))

function packedRuns(content: Buffer, text: string): boolean {
  let left = MOST_UNPACKED
  for (const { 0: head, index } of text.matchAll(PACKED)) {
    if (!head.includes('/Filter')) continue
    try {
      const unpacked = inflateSync(content.subarray(index + head.length), { maxOutputLength: left })
      left -= unpacked.length
      if (runs(unpacked.toString('latin1'))) return true
    } catch {
      // What cannot be unpacked, or is too much, is not known to be harmless.
      return true
    }
  }
  return false
}
