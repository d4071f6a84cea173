import { setTimeout as delay } from 'node:timers/promises'
import type { Contender } from '../gateway/contenders/contender.ts'
import type { Caller, JsonValue } from '../gateway/world.ts'

export interface Question {
  readonly query: string
  readonly variables?: Readonly<Record<string, JsonValue>>
}

interface Body {
  readonly errors?: readonly { readonly message: string; readonly extensions?: Record<string, unknown> }[]
}

export interface Answered {
  readonly status: number
  readonly milliseconds: number
  readonly bytes: number
  /** The `retry-after` of a refusal, in seconds. */
  readonly retryAfter: number
  readonly body: Body
}

/** Sends the requests of one person to a gateway. */
export type Ask = (question: Question) => Promise<Answered>

export async function asker({ started, headersOf }: Contender, caller: Caller): Promise<Ask> {
  const headers = { 'content-type': 'application/json', ...(await headersOf(caller)) }
  return async (question) => {
    const begun = performance.now()
    const body = JSON.stringify(question)
    const response = await fetch(`${started.url}/graphql`, { method: 'POST', headers, body })
    const text = await response.text()
    return {
      status: response.status,
      milliseconds: performance.now() - begun,
      bytes: text.length,
      retryAfter: Number(response.headers.get('retry-after') ?? 0),
      body: JSON.parse(text) as Body,
    }
  }
}

export const extensionsOf = ({ body }: Answered): Readonly<Record<string, unknown>> =>
  body.errors?.[0]?.extensions ?? {}

/** Repeats a request that is refused with TOO_MANY_REQUESTS until it is accepted; throws for any other refusal. */
export async function askInTurn(ask: Ask, question: Question): Promise<Answered> {
  for (;;) {
    const answered = await ask(question)
    if (answered.status === 200 && !answered.body.errors) return answered
    if (extensionsOf(answered)['code'] !== 'TOO_MANY_REQUESTS')
      throw new Error(JSON.stringify(answered.body.errors?.[0]))
    await delay(answered.retryAfter * 1000)
  }
}
