import type { ServerResponse } from 'node:http'
import { encode, type Encoded } from '../content-coding/encode.ts'
import type { Refusal } from '../errors/refusal.ts'
import type { AnswerType } from './media-types.ts'

export interface Reply {
  readonly status: number
  readonly body: Buffer | string
  readonly headers?: Readonly<Record<string, string>> | undefined
}

/**
 * Sends a complete body in one write, compressed where the client accepts it. Answers hold personal data: no cache
 * on the way may keep them.
 */
export function respond(response: ServerResponse, type: string, reply: Reply): void {
  const encoded = encode(reply.body, response.req.headers['accept-encoding']?.toString())
  if (encoded instanceof Promise)
    encoded.then(
      (each) => write(response, type, reply, each),
      () => response.destroy(),
    )
  else write(response, type, reply, encoded)
}

function write(response: ServerResponse, type: string, reply: Reply, { body, headers }: Encoded): void {
  if (response.destroyed) return
  response.writeHead(reply.status, {
    'content-type': `${type}; charset=utf-8`,
    'content-length': Buffer.byteLength(body),
    'cache-control': 'no-store',
    ...headers,
    ...reply.headers,
  })
  response.end(body)
}

export function respondRefusal(response: ServerResponse, type: AnswerType, refusal: Refusal): void {
  const { status, errors, headers } = refusal
  respond(response, type, { status, body: JSON.stringify({ errors }), headers })
}
