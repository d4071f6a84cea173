import { fromBufferPromise, type Entry, type ZipFile } from 'yauzl'

const MOST_ENTRIES = 5_000
const MOST_UNPACKED = 500 * 1024 * 1024
const DIRECTORY = 0x02014b50
const DESCRIBED = 0x08
const ENCRYPTED = 0x01

/** A ZIP archive that holds what its directory says and nothing else. */
export interface Archive {
  readonly names: readonly string[]
  /** The text of an entry; throws when it is longer than `most` bytes or not UTF-8. */
  text(name: string, most: number): Promise<string>
}

/**
 * Reads the directory. Null when it is no archive, when anything precedes, separates or follows its entries, when a name leads
 * out of it, or when it would be too much unpacked: what programs then find in it depends on who looks.
 */
export async function openArchive(content: Buffer): Promise<Archive | null> {
  if (content.length < 22 || content.readUInt32LE(0) !== 0x04034b50) return null
  try {
    const file = await fromBufferPromise(content, { lazyEntries: true, strictFileNames: true })
    const entries = new Map<string, Entry>()
    for await (const entry of file.eachEntry()) {
      if (entries.has(entry.fileName) || entries.size === MOST_ENTRIES) return null
      entries.set(entry.fileName, entry)
    }
    const all = [...entries.values()]
    if (!isPlain(all) || !(await fills(file, all, content))) return null
    return { names: [...entries.keys()], text: (name, most) => textOf(file, entries.get(name), most) }
  } catch {
    return null
  }
}

const isPlain = (entries: readonly Entry[]) =>
  entries.every((entry) => !(entry.generalPurposeBitFlag & ENCRYPTED)) &&
  entries.reduce((sum, { uncompressedSize }) => sum + uncompressedSize, 0) <= MOST_UNPACKED

/** Whether the entries lie one after another from the first byte, then the directory, then the end without a comment. */
async function fills(file: ZipFile, entries: readonly Entry[], content: Buffer): Promise<boolean> {
  let at = 0
  for (const entry of entries.toSorted(
    (a, b) => a.relativeOffsetOfLocalHeader - b.relativeOffsetOfLocalHeader,
  )) {
    if (entry.relativeOffsetOfLocalHeader !== at) return false
    const { fileDataStart, fileName } = await file.readLocalFileHeaderPromise(entry)
    if (!fileName.equals(entry.fileNameRaw)) return false
    at = fileDataStart + entry.compressedSize
    if (entry.generalPurposeBitFlag & DESCRIBED) at += lengthOfDescriptor(content, at)
  }
  return file.comment === '' && content.readUInt32LE(at) === DIRECTORY && endsAt(content, at)
}

/** What follows an entry whose sizes were not known before it: with a signature or without, in four bytes each or in eight. */
function lengthOfDescriptor(content: Buffer, at: number): number {
  const signature = content.readUInt32LE(at) === 0x08074b50 ? 4 : 0
  const isNext = (length: number) =>
    [0x04034b50, DIRECTORY].includes(content.readUInt32LE(at + signature + length))
  return signature + (isNext(12) ? 12 : 20)
}

/** Whether the last 22 bytes are the end, and the directory that it tells of is the one at `directory` and reaches to it. */
function endsAt(content: Buffer, directory: number): boolean {
  const end = content.length - 22
  return (
    content.readUInt32LE(end) === 0x06054b50 &&
    content.readUInt32LE(end + 16) === directory &&
    content.readUInt32LE(end + 12) === end - directory
  )
}

async function textOf(file: ZipFile, entry: Entry | undefined, most: number): Promise<string> {
  if (!entry || entry.uncompressedSize > most) throw new Error('the entry is missing or too long')
  const chunks: Buffer[] = []
  for await (const chunk of await file.openReadStreamPromise(entry)) chunks.push(chunk as Buffer)
  return new TextDecoder('utf-8', { fatal: true }).decode(Buffer.concat(chunks))
}
