import { createHash, randomUUID } from 'node:crypto'
import { mkdir, open, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { HEAD_BYTES, mediaTypeOf, TAIL_BYTES, type MediaType } from './domain/media-type.ts'
import type { FileRefusal } from './domain/refusal.ts'

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

/**
 * Writes a stream of unknown length to disk while counting and hashing it; memory stays at one chunk and the
 * samples. Stops at the first byte over the limit. Whatever is refused, or breaks off, leaves no file behind.
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
    const { byteSize, sha256, mediaType } = meter.result()
    const refused = byteSize === 0 ? 'FILE_EMPTY' : 'FILE_TYPE_REFUSED'
    if (mediaType) return { path, byteSize, sha256, mediaType }
    await rm(path, { force: true })
    return { refused }
  } catch (error) {
    await rm(path, { force: true })
    if (error instanceof TooLarge) return { refused: 'FILE_TOO_LARGE' }
    throw error
  }
}

function createMeter(maxBytes: number) {
  const hash = createHash('sha256')
  let byteSize = 0
  let head: Buffer = Buffer.alloc(0)
  let tail: Buffer = Buffer.alloc(0)
  return {
    async *through(source: AsyncIterable<Buffer>) {
      for await (const chunk of source) {
        byteSize += chunk.length
        if (byteSize > maxBytes) throw new TooLarge()
        hash.update(chunk)
        if (head.length < HEAD_BYTES) head = Buffer.concat([head, chunk]).subarray(0, HEAD_BYTES)
        tail =
          chunk.length >= TAIL_BYTES
            ? Buffer.from(chunk.subarray(-TAIL_BYTES))
            : Buffer.concat([tail.subarray(-(TAIL_BYTES - chunk.length)), chunk])
        yield chunk
      }
    },
    result: () => ({ byteSize, sha256: hash.digest('hex'), mediaType: mediaTypeOf({ head, tail }) }),
  }
}
