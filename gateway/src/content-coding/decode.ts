import { promisify } from 'node:util'
import { brotliDecompress, gunzip, inflate, inflateRaw } from 'node:zlib'

type Decode = (body: Buffer, options: { readonly maxOutputLength: number }) => Promise<Buffer>

const zlibFramed = promisify(inflate)
const bare = promisify(inflateRaw)
/** RFC 9110 means the frame of zlib by deflate; some senders leave it out. Its first byte names the method, 8. */
const undeflate: Decode = (body, options) => (((body[0] ?? 0) & 15) === 8 ? zlibFramed : bare)(body, options)

const DECODERS: ReadonlyMap<string, Decode> = new Map([
  ['gzip', promisify(gunzip)],
  ['x-gzip', promisify(gunzip)],
  ['br', promisify(brotliDecompress)],
  ['deflate', undeflate],
])

/** The supported content codings, as the value of a header. */
export const UNDERSTOOD = 'gzip, br, deflate'

/** More than any subgraph applies; each costs a decompression. */
const MAX_CODINGS = 3

/** The codings in the order in which they were applied. */
const codingsOf = (contentEncoding: string | undefined): string[] =>
  (contentEncoding ?? '')
    .split(',')
    .map((name) => name.trim().toLowerCase())
    .filter((name) => name !== '' && name !== 'identity')

/** Whether a body of this `content-encoding` is to be decoded, can be read as it is, or cannot be read at all. */
export function codingOf(contentEncoding: string | undefined): 'coded' | 'identity' | 'unknown' {
  const codings = codingsOf(contentEncoding)
  if (codings.length === 0) return 'identity'
  return codings.length <= MAX_CODINGS && codings.every((name) => DECODERS.has(name)) ? 'coded' : 'unknown'
}

/** A coded body that is longer than allowed, or not in its declared coding. */
export class UndecodableBody extends Error {
  readonly reason: 'too-large' | 'malformed'

  constructor(reason: 'too-large' | 'malformed', cause?: unknown) {
    super(`The body is ${reason}`, { cause })
    this.reason = reason
  }
}

/**
 * Decodes a body (RFC 9110, 8.4). At most `maxBytes` are ever unpacked by each coding, however small what was sent.
 * Throws UndecodableBody.
 */
export async function decode(body: Buffer, contentEncoding: string, maxBytes: number): Promise<Buffer> {
  let decoded = body
  for (const name of codingsOf(contentEncoding).toReversed()) decoded = await undo(name, decoded, maxBytes)
  return decoded
}

async function undo(coding: string, body: Buffer, maxBytes: number): Promise<Buffer> {
  const decoder = DECODERS.get(coding)
  if (!decoder) throw new UndecodableBody('malformed')
  try {
    return await decoder(body, { maxOutputLength: maxBytes })
  } catch (cause) {
    const tooLarge = cause instanceof RangeError && 'code' in cause && cause.code === 'ERR_BUFFER_TOO_LARGE'
    throw new UndecodableBody(tooLarge ? 'too-large' : 'malformed', cause)
  }
}
