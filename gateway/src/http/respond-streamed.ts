import type { ServerResponse } from 'node:http'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { encodeStream } from '../content-coding/encode.ts'

export interface StreamedReply {
  readonly status: number
  /** The beginning of the body. */
  readonly body: Buffer
  readonly rest: Readable
}

async function* whole({ body, rest }: StreamedReply): AsyncGenerator<Buffer> {
  yield body
  yield* rest as AsyncIterable<Buffer>
}

/**
 * Sends a large body as it comes, compressed where the client asks for it. A client that reads slowly holds back
 * whoever sends the rest, and one that leaves ends it. Resolves when all is sent. When the rest fails, the connection
 * breaks: the status is long gone, and an answer that looked complete would be a lie. Rejects with that failure.
 */
export async function respondStreamed(
  response: ServerResponse,
  type: string,
  reply: StreamedReply,
): Promise<void> {
  const { encoder, headers } = encodeStream(response.req.headers['accept-encoding']?.toString())
  response.writeHead(reply.status, {
    'content-type': `${type}; charset=utf-8`,
    'cache-control': 'no-store',
    ...headers,
  })
  const source = Readable.from(whole(reply))
  response.once('close', () => reply.rest.destroy())
  if (encoder) await pipeline(source, encoder, response)
  else await pipeline(source, response)
}
