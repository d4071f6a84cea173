import { promisify } from 'node:util'
import { inflate } from 'node:zlib'

const unpack = promisify(inflate) as (packed: Buffer, options: { maxOutputLength: number }) => Promise<Buffer>

const BLANK = new Set([0x00, 0x09, 0x0a, 0x0c, 0x0d, 0x20])
/** Actions by which a reader runs something, or goes to or sends something elsewhere by itself; forms with scripts. */
const RUNS =
  /\/(?:JavaScript|Launch|RichMedia|Rendition|ImportData|SubmitForm|GoToR|GoToE)(?![A-Za-z0-9])|\/XFA\s*[[\d]/
const STREAM = /(?<!end)stream\r?\n/g
/** How far before a stream its dictionary is looked for. */
const DICTIONARY = 8_000
/** How much is unpacked, all together: a bomb is refused. */
const MOST_UNPACKED = 512 * 1024 * 1024

/**
 * A PDF from its first byte to its end mark, in which nothing runs: nowhere in clear, and in nothing that is packed,
 * wherever it is and whatever the file says of it, since a reader finds objects by their places. Of an encrypted one (many
 * are, against changes) the packed objects are not seen; nor is what is attached. Both are the scanner's.
 */
export async function isPdf(content: Buffer): Promise<boolean> {
  if (content.toString('latin1', 0, 5) !== '%PDF-') return false
  let end = content.length
  while (end > 0 && BLANK.has(content[end - 1] ?? -1)) end -= 1
  if (content.toString('latin1', end - 5, end) !== '%%EOF') return false
  const text = content.toString('latin1')
  return !runs(text) && !(await packedRuns(content, text))
}

/** A letter of a name may be written as its number: `/J#61vaScript`. */
const named = (text: string): string =>
  text.includes('#') ? text.replace(/#([0-9a-fA-F]{2})/g, (_all, hex: string) => letter(hex)) : text
const letter = (hex: string) => String.fromCharCode(Number.parseInt(hex, 16))

const runs = (text: string): boolean => RUNS.test(text) || RUNS.test(named(text))

async function packedRuns(content: Buffer, text: string): Promise<boolean> {
  const isEncrypted = /\/Encrypt\s+\d+\s+\d+\s+R/.test(text)
  let left = MOST_UNPACKED
  for (const { 0: keyword, index } of text.matchAll(STREAM)) {
    const unpacked = await unpackedAt(content, index + keyword.length, left)
    if (unpacked === 'TOO_MUCH') return true
    left -= unpacked?.length ?? 0
    if (unpacked && runs(unpacked.toString('latin1'))) return true
    // Objects that are packed in a way that is not looked into are not known to be harmless.
    if (!unpacked && !isEncrypted && holdsObjects(text.slice(Math.max(0, index - DICTIONARY), index)))
      return true
  }
  return false
}

async function unpackedAt(content: Buffer, at: number, left: number): Promise<Buffer | 'TOO_MUCH' | null> {
  // How every packed stream begins: deflate, and a check of the two bytes.
  if (((content[at] ?? 0) & 0x0f) !== 8 || content.readUInt16BE(Math.min(at, content.length - 2)) % 31 !== 0)
    return null
  try {
    return await unpack(content.subarray(at), { maxOutputLength: left })
  } catch (error) {
    return (error as { code?: string }).code === 'ERR_BUFFER_TOO_LARGE' ? 'TOO_MUCH' : null
  }
}

/** Whether the dictionary that ends here is of packed objects, ISO 32000 7.5.7, which say how they are packed. */
function holdsObjects(before: string): boolean {
  const names = named(before)
  const dictionary = names.slice(names.lastIndexOf('endobj') + 1)
  return dictionary.includes('/ObjStm') && dictionary.includes('/Filter')
}
