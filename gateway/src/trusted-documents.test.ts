import { readdirSync, readFileSync } from 'node:fs'
import { hash } from 'node:crypto'
import { join } from 'node:path'
import { signActorToken } from '@kompetanse/schema/actor-token'
import { OPERATIONS_PATH, readRegistered } from '@kompetanse/schema/documents/read-documents'
import { documentHash, sentText } from '@kompetanse/schema/documents/sent-document'
import { SUPERGRAPH_PATH, subgraphNames } from '@kompetanse/schema/supergraph'
import { Kind, print, type DocumentNode, type OperationDefinitionNode } from 'graphql'
import { generateKeyPair } from 'jose'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { createVerifyCaller } from './actor/caller.ts'
import { createGateway, type Gateway } from './gateway.ts'
import { sampleVariables } from '../testing/outage/sample-variables.ts'
import { runSampledSubgraph, type SampledSubgraph } from '../testing/outage/sampled-subgraph.ts'
import { RawClient } from '../testing/subscriptions/raw-client.ts'
import { silent } from '../testing/gateway-fixture.ts'
import { anIdentity } from '../testing/identity.ts'
import { anIssuer, SCOPE, type Issuer } from '../testing/issuer.ts'
import { aQuietSubgraph } from '../testing/quiet-subgraph.ts'

const TEXT_SCOPE = `${SCOPE}:text`

interface Registered {
  readonly name: string
  readonly kind: OperationDefinitionNode['operation']
  readonly document: DocumentNode
  readonly definition: OperationDefinitionNode
}

const registered: readonly Registered[] = readRegistered(OPERATIONS_PATH).flatMap((document) =>
  document.definitions.flatMap((definition) =>
    definition.kind === Kind.OPERATION_DEFINITION
      ? [{ name: definition.name?.value ?? '', kind: definition.operation, document, definition }]
      : [],
  ),
)
const [queries, mutations, subscriptions] = (['query', 'mutation', 'subscription'] as const).map((kind) =>
  registered.filter((each) => each.kind === kind),
) as [Registered[], Registered[], Registered[]]

/** The operation with something more of its root, as somebody would write who wants to see more. */
const changed = ({ document }: Registered): string => print(document).replace('{', '{ more: __typename ')

const byHash = (sha256Hash: string) => ({ extensions: { persistedQuery: { version: 1, sha256Hash } } })

const actorKeys = await generateKeyPair('EdDSA')
let issuer: Issuer
let identity: Awaited<ReturnType<typeof anIdentity>>
let quiet: Awaited<ReturnType<typeof aQuietSubgraph>>
const sampled = new Map<string, SampledSubgraph>()
let answering: Gateway
let live: Gateway
let url: string
let socketUrl: string

/** In production: a client may send text by a scope that the web's tokens lack. */
const openGateway = (urlOf: (subgraph: string) => string) =>
  createGateway({
    supergraphPath: SUPERGRAPH_PATH,
    subgraphUrls: new Map([
      ...subgraphNames().map((name): [string, string[]] => [name, [urlOf(name)]]),
      ...identity.subgraphUrls,
    ]),
    compiled: () => readRegistered(OPERATIONS_PATH),
    registered: () => readRegistered(OPERATIONS_PATH),
    credentials: {
      verify: createVerifyCaller({
        ...{ ...issuer.options, textScope: TEXT_SCOPE },
        ...{ publicUrls: [], requireDpop: false },
      }),
      sign: (actor) => signActorToken(actor, actorKeys.privateKey),
    },
    log: silent,
  })

beforeAll(async () => {
  issuer = await anIssuer()
  identity = await anIdentity(actorKeys.publicKey)
  quiet = await aQuietSubgraph()
  const folder = join(SUPERGRAPH_PATH, '../subgraphs')
  for (const file of readdirSync(folder))
    sampled.set(
      file.replace('.graphql', ''),
      await runSampledSubgraph(readFileSync(join(folder, file), 'utf8')),
    )
  answering = await openGateway((name) => sampled.get(name)?.url ?? '')
  live = await openGateway(() => quiet.url)
  url = `http://127.0.0.1:${await answering.http.listen(0)}/graphql`
  socketUrl = `ws://127.0.0.1:${await live.http.listen(0)}/graphql`
})
afterAll(async () => {
  await Promise.all([answering.close(), live.close()])
  await Promise.all([...sampled.values()].map((each) => each.close()))
  issuer.close()
  identity.close()
  quiet.close()
})

type Client = 'web' | 'other'
let persons = 0
/** A token of somebody new, who has not paid for anything yet. */
const tokenOf = (client: Client) =>
  issuer.token(`person ${persons++}`, {
    claims: { scope: client === 'other' ? `${SCOPE} ${TEXT_SCOPE}` : SCOPE },
  })

interface Answer {
  readonly data?: unknown
  readonly errors?: readonly { readonly extensions: { readonly code: string } }[]
}

const codeOf = ({ errors }: Answer) => errors?.[0]?.extensions.code

async function post(body: object, client: Client = 'web'): Promise<Answer> {
  const headers = { 'content-type': 'application/json', authorization: `Bearer ${await tokenOf(client)}` }
  return (await (await fetch(url, { method: 'POST', headers, body: JSON.stringify(body) })).json()) as Answer
}

async function get(parameters: Record<string, unknown>): Promise<Answer> {
  const search = new URLSearchParams()
  for (const [name, value] of Object.entries(parameters))
    search.set(name, typeof value === 'string' ? value : JSON.stringify(value))
  const headers = { authorization: `Bearer ${await tokenOf('web')}` }
  return (await (await fetch(`${url}?${search}`, { headers })).json()) as Answer
}

const variablesOf = ({ definition }: Registered) =>
  sampleVariables(answering.graphs.current.schema, definition)
/**
 * It was executed: the only errors are those of the fake subgraph, which serves identity's endpoints and no operations.
 */
function isServed({ data, errors = [] }: Answer): void {
  expect(data).toBeDefined()
  expect(errors.filter(({ extensions }) => !extensions.code.startsWith('SUBGRAPH_'))).toEqual([])
}

describe.each([...queries, ...mutations])('B02 the web’s $name is served', (each) => {
  it('by its hash', async () => {
    const variables = variablesOf(each)
    const answer = await post({ ...byHash(documentHash(each.document)), variables })
    isServed(answer)
    const { data } = await post({ query: sentText(each.document), variables }, 'other')
    expect(answer.data).toEqual(data)
  })

  it('as text, as its cache sends it, and not otherwise', async () => {
    const variables = variablesOf(each)
    isServed(await post({ query: sentText(each.document), variables }))
    expect(codeOf(await post({ query: changed(each), variables }))).toBe('OPERATION_NOT_REGISTERED')
  })
})

it.each(queries)('B02 the web’s $name is served by its hash in an address', async (each) => {
  isServed(await get({ ...byHash(documentHash(each.document)), variables: variablesOf(each) }))
  expect(codeOf(await get({ query: changed(each) }))).toBe('OPERATION_NOT_REGISTERED')
})

/** Texts that no gateway can read, whatever way they come. */
const unreadable: readonly (readonly [string, string])[] = [
  ['what is not even GraphQL', '{ viewer'],
  ['another language', 'select * from viewer'],
  ['a comment alone', '# nothing'],
  ['a word that does not end', 'subscription { a(b: "c) }'],
  ['what nests without end', `subscription { a(b: ${'['.repeat(3_000)}) }`],
]

describe('B02 of the web is refused what nobody has registered', () => {
  const own = '{ viewer { profile { person { id } } } }'
  const extensions = byHash(hash('sha256', own)).extensions

  it.each([
    ['a query', { query: own }],
    ['introspection', { query: '{ __schema { types { name } } }' }],
    [
      'a registered one beside another',
      { query: `${sentText((queries[0] as Registered).document)} query B { __typename }` },
    ],
    ['a query that it wants to make known by its hash', { query: own, extensions }],
  ])('%s', async (_what, body) => {
    for (const ask of [post, get]) expect(codeOf(await ask(body))).toBe('OPERATION_NOT_REGISTERED')
  })

  it.each(unreadable)('%s', async (_what, query) => {
    for (const ask of [post, get]) expect(codeOf(await ask({ query }))).toBe('OPERATION_NOT_REGISTERED')
  })

  it('and what costs too much to be read is not even read', async () => {
    expect(codeOf(await post({ query: `{ ${'a: __typename '.repeat(9_000)} }` }))).toBe('QUERY_TOO_COSTLY')
  })

  it('also when another client has just sent it, and made it known by its hash', async () => {
    isServed(await post({ query: own, extensions }, 'other'))
    isServed(await post({ extensions }, 'other'))
    for (const ask of [post, get]) {
      expect(codeOf(await ask({ query: own }))).toBe('OPERATION_NOT_REGISTERED')
      expect(codeOf(await ask({ extensions }))).toBe('OPERATION_NOT_REGISTERED')
    }
  })

  it('and an unknown hash is refused as not found', async () => {
    const unknown = byHash(hash('sha256', '{ never }'))
    for (const ask of [post, get]) expect(codeOf(await ask(unknown))).toBe('PERSISTED_QUERY_NOT_FOUND')
  })
})

/** What a gateway says to a subscription that is begun on a socket of its own; null when it listens. */
async function subscribe(payload: object, client: Client = 'web'): Promise<string | null> {
  const before = quiet.listeners()
  const socket = new RawClient(socketUrl)
  await socket.greet({ authorization: `Bearer ${await tokenOf(client)}` })
  socket.subscribe('1', '', payload)
  await vi.waitUntil(() => socket.ending('1') !== undefined || quiet.listeners() > before, { interval: 2 })
  const ending = socket.ending('1') ?? null
  socket.end()
  await vi.waitUntil(() => quiet.listeners() === 0, { interval: 2 })
  return ending
}

describe.each(subscriptions)('B02 the web’s $name is listened to on a socket', (each) => {
  it('by its hash', async () => {
    const variables = variablesOf(each)
    expect(await subscribe({ ...byHash(documentHash(each.document)), variables })).toBeNull()
  })

  it('as text, as its cache sends it, and not otherwise', async () => {
    const variables = variablesOf(each)
    expect(await subscribe({ query: sentText(each.document), variables })).toBeNull()
    const query = changed(each)
      .replace('more: __typename ', '')
      .replace(/\}\s*$/, ' more: __typename }')
    expect(await subscribe({ query, variables })).toBe('OPERATION_NOT_REGISTERED')
  })
})

describe('B02 on a socket of the web is refused what nobody has registered', () => {
  const own = 'subscription { signingCountsChanged { __typename } }'

  it('but it is what the graph has, and another client may', async () => {
    expect(await subscribe({ query: own })).toBe('OPERATION_NOT_REGISTERED')
    const other = await subscribe({ query: own }, 'other')
    expect(other).not.toBe('OPERATION_NOT_REGISTERED')
    expect(await subscribe({ query: own })).toBe('OPERATION_NOT_REGISTERED')
  })

  it.each(unreadable)('%s, of which another client hears more', async (_what, query) => {
    expect(await subscribe({ query })).toBe('OPERATION_NOT_REGISTERED')
    expect(await subscribe({ query }, 'other')).toMatch(/^(GRAPHQL_PARSE_FAILED|DOCUMENT_TOO_DEEP)$/)
  })

  it.each([
    ['an unknown hash', byHash(hash('sha256', own)), 'PERSISTED_QUERY_NOT_FOUND'],
    [
      'a hash that is none',
      { extensions: { persistedQuery: { sha256Hash: 1 } } },
      'PERSISTED_QUERY_NOT_FOUND',
    ],
    ['nothing', {}, 'GRAPHQL_PARSE_FAILED'],
    ['a query', byHash(documentHash((queries[0] as Registered).document)), 'SUBSCRIPTION_ONLY'],
  ])('%s', async (_what, payload, code) => {
    expect(await subscribe(payload)).toBe(code)
  })
})

it('the kind is there to be walked', () => {
  expect([queries, mutations, subscriptions].every(({ length }) => length > 5)).toBe(true)
  expect(registered.length).toBe(queries.length + mutations.length + subscriptions.length)
})
