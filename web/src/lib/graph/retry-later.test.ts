import { Client, fetchExchange, gql } from '@urql/core'
import { describe, expect, it, vi } from 'vitest'
import { retryLater } from './retry-later.ts'

const answer = (status: number, body: unknown) =>
  new Response(JSON.stringify(body), { status, headers: { 'content-type': 'application/json' } })
const refusal = (code: string) => ({ errors: [{ message: 'no', extensions: { code } }] })
const LATER = () => answer(429, refusal('TOO_MANY_REQUESTS'))

function asking(answers: readonly (() => Response)[]) {
  const fetch = vi.fn<typeof globalThis.fetch>()
  for (const one of answers) fetch.mockResolvedValueOnce(one())
  fetch.mockImplementation(() => Promise.resolve(LATER()))
  const exchanges = [retryLater({ initialDelayMs: 1 }), fetchExchange]
  return { fetch, client: new Client({ url: 'http://graph.test', fetch, exchanges, preferGetMethod: false }) }
}
const query = gql('query Viewer { viewer { id } }')
const mutation = gql('mutation Sign { sign }')

describe('B02 what is refused because a person has too much at once', () => {
  it.each([
    ['query', (client: Client) => client.query(query, {}).toPromise()],
    ['mutation', (client: Client) => client.mutation(mutation, {}).toPromise()],
  ])('is sent again, a %s too', async (_, ask) => {
    const { fetch, client } = asking([LATER, LATER, () => answer(200, { data: { done: true } })])
    const { data, error } = await ask(client)
    expect([data, error]).toEqual([{ done: true }, undefined])
    expect(fetch).toHaveBeenCalledTimes(3)
  })

  it('is reported in the end, and any other refusal at once', async () => {
    const full = asking([])
    const result = await full.client.query(query, {}).toPromise()
    expect(result.error?.graphQLErrors[0]?.extensions).toEqual({ code: 'TOO_MANY_REQUESTS' })
    expect(full.fetch).toHaveBeenCalledTimes(6)
    const wrong = asking([() => answer(400, refusal('BAD_USER_INPUT'))])
    expect((await wrong.client.query(query, {}).toPromise()).error).toBeDefined()
    expect(wrong.fetch).toHaveBeenCalledTimes(1)
  })
})
