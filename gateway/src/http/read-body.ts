import type { IncomingMessage } from 'node:http'
import { codingOf, decode, UndecodableBody, UNDERSTOOD } from '../content-coding/decode.ts'
import { refuse, type Refusal } from '../errors/refusal.ts'

const tooLarge = (maxBytes: number) =>
  refuse(413, 'BODY_TOO_LARGE', `More than ${maxBytes} bytes.`, { connection: 'close' })

/** The body as it was sent; null when it is longer than allowed, of which nothing more is then kept. */
function collect(request: IncomingMessage, maxBytes: number): Promise<Buffer | null> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = []
    let bytes = 0
    request.on('data', (chunk: Buffer) => {
      bytes += chunk.length
      if (bytes <= maxBytes) chunks.push(chunk)
      else resolve(null)
    })
    request.on('end', () => resolve(chunks.length === 1 && chunks[0] ? chunks[0] : Buffer.concat(chunks)))
    request.on('error', reject)
    // `close` also follows a complete read; making an Error, which is slow, is then skipped.
    request.on('close', () => {
      if (!request.readableEnded) reject(new Error('The client went away'))
    })
  })
}

/**
 * The whole body as text, decoded; a refusal when it is longer than allowed, as sent or decoded, or in a coding that is
 * not understood. Rejects when the client goes away.
 */
export async function readBody(request: IncomingMessage, maxBytes: number): Promise<string | Refusal> {
  const contentEncoding = request.headers['content-encoding']
  const coding = codingOf(contentEncoding)
  if (coding === 'unknown')
    return refuse(415, 'UNSUPPORTED_CONTENT_ENCODING', `The body may be sent in ${UNDERSTOOD}.`, {
      'accept-encoding': UNDERSTOOD,
    })
  const sent = await collect(request, maxBytes)
  if (sent === null) return tooLarge(maxBytes)
  if (coding === 'identity') return sent.toString()
  try {
    return (await decode(sent, contentEncoding ?? '', maxBytes)).toString()
  } catch (error) {
    if (!(error instanceof UndecodableBody)) throw error
    if (error.reason === 'too-large') return tooLarge(maxBytes)
    return refuse(400, 'BAD_REQUEST', 'The body is not in the coding that its content-encoding names.')
  }
}
