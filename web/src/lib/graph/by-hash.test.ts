import { readBundle } from '@kompetanse/schema/documents/bundle'
import { OPERATIONS_PATH } from '@kompetanse/schema/documents/read-documents'
import { documentHash } from '@kompetanse/schema/documents/sent-document'
import { Client, fetchExchange, gql, subscriptionExchange } from '@urql/core'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Kind, type DocumentNode, type OperationDefinitionNode, print } from 'graphql'
import { describe, expect, it, vi } from 'vitest'
import { byHash } from './by-hash.ts'
import { normalisedCache } from './cache.ts'

type Body = { query?: string; extensions?: { persistedQuery?: { sha256Hash?: string } } }

/** The web's client, and the bodies that it sends; each is answered by the next of these. */
const client = (answers: object[] = []) => {
  const sent: Body[] = []
  const take = (body: Body): object => {
    sent.push(body)
    return answers[sent.length - 1] ?? { data: null }
  }
  const fetched = vi.fn<typeof fetch>(async (_url, init) =>
    Response.json(take(JSON.parse(String(init?.body)) as Body)),
  )
  const forwardSubscription = (body: object) => ({
    subscribe: (sink: { next: (answer: never) => void; complete: () => void }) => {
      sink.next(take(body as Body) as never)
      sink.complete()
      return { unsubscribe: () => undefined }
    },
  })
  const exchanges = [normalisedCache(), byHash, fetchExchange, subscriptionExchange({ forwardSubscription })]
  const url = 'http://portal/graphql'
  return { sent, client: new Client({ url, preferGetMethod: false, exchanges, fetch: fetched }) }
}

const registered = [...readBundle(readFileSync(join(OPERATIONS_PATH, 'web.graphql'), 'utf8'))]
const operationOf = (document: DocumentNode) =>
  document.definitions.find(({ kind }) => kind === Kind.OPERATION_DEFINITION) as OperationDefinitionNode

const ask = (of: Client, document: DocumentNode) => {
  const { operation, variableDefinitions = [] } = operationOf(document)
  // True, so that selections under a condition are included.
  const variables = Object.fromEntries(variableDefinitions.map(({ variable }) => [variable.name.value, true]))
  // The order of fragments depends on how the page gathered them.
  const { definitions } = document
  const text = definitions.toReversed().map(print).join('\n\n')
  if (operation === 'query') return of.query(gql(text), variables).toPromise()
  if (operation === 'mutation') return of.mutation(gql(text), variables).toPromise()
  return new Promise((done) => of.subscription(gql(text), variables).subscribe(done))
}

describe('B02 the web asks by the hash under which it has registered', () => {
  it.each(registered)('%s', async (_name, document) => {
    const { sent, client: of } = client()
    await ask(of, document)
    expect(sent).toHaveLength(1)
    expect(sent[0]?.query).toBeUndefined()
    expect(sent[0]?.extensions?.persistedQuery?.sha256Hash).toBe(documentHash(document))
  })
})

describe('what is not registered, as while a page is written', () => {
  it('is sent as text when the graph does not know its hash', async () => {
    const unknown = { errors: [{ message: 'PersistedQueryNotFound' }] }
    const { sent, client: of } = client([unknown, { data: { viewer: null } }])
    const { data } = await of.query('query Mine { viewer { __typename } }', {}).toPromise()
    expect(data).toEqual({ viewer: null })
    expect(sent.map(({ query }) => query)).toEqual([
      undefined,
      'query Mine {\n  viewer {\n    __typename\n  }\n}',
    ])
  })

  it('is sent as text where there is no cryptography', async () => {
    vi.stubGlobal('crypto', {})
    const { sent, client: of } = client()
    await of.query('query Mine { viewer { __typename } }', {}).toPromise()
    vi.unstubAllGlobals()
    expect(sent.map(({ query }) => query)).toEqual(['query Mine {\n  viewer {\n    __typename\n  }\n}'])
  })
})
