import type { IncomingMessage, ServerResponse } from 'node:http'
import { answerEarly } from '@kompetanse/schema/uploads'
import type { Refusal } from '../errors/refusal.ts'
import { negotiate } from './media-types.ts'

/** Refuses a request whose body may still be arriving. */
export function refuseEarly(
  request: IncomingMessage,
  response: ServerResponse,
  { status, errors, headers = {} }: Refusal,
): void {
  const type = negotiate(request.headers.accept) ?? 'application/json'
  answerEarly(request, response, {
    status,
    headers: { 'content-type': `${type}; charset=utf-8`, 'cache-control': 'no-store', ...headers },
    body: JSON.stringify({ errors }),
  })
}
