import type { ServerResponse } from 'node:http'
import type { Refusal } from '../errors/refusal.ts'
import type { AnswerType } from './negotiate.ts'

export interface Reply {
  readonly status: number
  readonly body: Buffer | string
  readonly headers?: Readonly<Record<string, string>> | undefined
}

/** Sends a complete body. Answers hold personal data: no cache on the way may keep them. */
export function respond(response: ServerResponse, type: string, { status, body, headers }: Reply): void {
  if (response.destroyed) return
  response.writeHead(status, {
    'content-type': `${type}; charset=utf-8`,
    'content-length': Buffer.byteLength(body),
    'cache-control': 'no-store',
    ...headers,
  })
  response.end(body)
}

export function respondRefusal(response: ServerResponse, type: AnswerType, refusal: Refusal): void {
  const status = refusal.wellFormed && type === 'application/json' ? 200 : refusal.status
  respond(response, type, {
    status,
    body: JSON.stringify({ errors: refusal.errors }),
    headers: refusal.headers,
  })
}
