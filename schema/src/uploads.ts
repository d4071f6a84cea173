import type { IncomingMessage, OutgoingHttpHeaders, ServerResponse } from 'node:http'
import type { Address } from './addresses.ts'

/** The most bytes that a file may have, F007. */
export const MOST_FILE_BYTES = 25 * 1024 * 1024

/** Where a file is sent to and fetched from, at the gateway and at the subgraph that keeps it. */
export const FILE_ADDRESSES = {
  upload: { path: '/files', methods: ['POST'] },
  download: { path: '/files/{id}', methods: ['GET', 'HEAD'] },
} as const satisfies Record<string, Address>

/** How long, and for how much, a refused sender may go on sending before the connection is cut. */
const PATIENCE_MS = 60_000
const PATIENCE_BYTES = 2 * MOST_FILE_BYTES

/**
 * The body as it arrives. Leaving the loop early does not close the connection, on which the answer has yet to be sent.
 */
export const bodyOf = (request: IncomingMessage): AsyncIterable<Buffer> =>
  request.iterator({ destroyOnReturn: false }) as AsyncIterable<Buffer>

/**
 * Answers a request whose body may not have arrived entirely. The answer is sent at once; the rest of the body is read
 * and dropped before the connection closes, since closing it earlier would reset it, and lose the answer.
 */
export function answerEarly(
  request: IncomingMessage,
  response: ServerResponse,
  { status, headers, body }: { status: number; headers: OutgoingHttpHeaders; body: string },
): void {
  const length = Buffer.byteLength(body)
  if (request.complete) {
    response.writeHead(status, { ...headers, 'content-length': length }).end(body)
    return
  }
  response.writeHead(status, { ...headers, 'content-length': length, connection: 'close' })
  response.write(body)
  let left = PATIENCE_BYTES
  const end = () => response.end()
  const cut = setTimeout(end, PATIENCE_MS).unref()
  request.on('data', (chunk: Buffer) => {
    left -= chunk.length
    if (left < 0) end()
  })
  request.once('end', end).once('close', () => clearTimeout(cut))
  request.resume()
}
