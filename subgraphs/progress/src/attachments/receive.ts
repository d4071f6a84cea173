import { createHash, randomUUID } from 'node:crypto'
import { mkdir, open, readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { kindOf, type MediaType } from './content/kinds.ts'
import type { FileRefusal } from './domain/refusal.ts'
import { oneAtATime } from './one-at-a-time.ts'

/** A whole file on this machine's disk, measured and recognised, but not yet kept. */
export interface ReceivedFile {
  readonly path: string
  readonly byteSize: number
  /** hex */
  readonly sha256: string
  readonly mediaType: MediaType
}

export interface ReceiveOptions {
  /** Where the file lies until it is kept; on the same disk as the storage, keeping it is a rename. */
  readonly folder: string
  readonly maxBytes: number
}

class TooLarge extends Error {}

/** What a file is, is found in its whole content: of one at a time, so that memory holds no more than one. */
const recognise = oneAtATime(async (path: string) => kindOf(await readFile(path)))

/**
 * Writes a stream of unknown length to disk while counting and hashing it, a chunk at a time. Stops at the first byte
 * over the limit. Whatever is refused, or breaks off, leaves no file behind.
 */
export async function receiveFile(
  source: AsyncIterable<Buffer>,
  { folder, maxBytes }: ReceiveOptions,
): Promise<ReceivedFile | { readonly refused: FileRefusal }> {
  await mkdir(folder, { recursive: true })
  const path = join(folder, `${randomUUID()}.part`)
  // Open before anything is read: a stream that opens the file itself may do so after it was refused and removed.
  const file = await open(path, 'wx', 0o600)
  const meter = createMeter(maxBytes)
  try {
    await pipeline(meter.through(source), file.createWriteStream())
    const measured = meter.result()
    const mediaType = measured.byteSize === 0 ? null : await recognise(path)
    if (mediaType) return { path, mediaType, ...measured }
    await rm(path, { force: true })
    return { refused: measured.byteSize === 0 ? 'FILE_EMPTY' : 'FILE_TYPE_REFUSED' }
  } catch (error) {
    await rm(path, { force: true })
    if (error instanceof TooLarge) return { refused: 'FILE_TOO_LARGE' }
    throw error
  }
}

function createMeter(maxBytes: number) {
  const hash = createHash('sha256')
  let byteSize = 0
  return {
    async *through(source: AsyncIterable<Buffer>) {
      for await (const chunk of source) {
        byteSize += chunk.length
        if (byteSize > maxBytes) throw new TooLarge()
        hash.update(chunk)
        yield chunk
      }
    },
    result: () => ({ byteSize, sha256: hash.digest('hex') }),
  }
}
