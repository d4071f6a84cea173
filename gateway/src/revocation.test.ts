import { readFileSync } from 'node:fs'
import { setTimeout as delay } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { subgraphNames } from '@kompetanse/schema/supergraph'
import { signActorToken } from '@kompetanse/schema/actor-token'
import { buildSchema, isNonNullType, type GraphQLField } from 'graphql'
import { generateKeyPair } from 'jose'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { createVerifyCaller } from './actor/caller.ts'
import { createGateway, type Gateway } from './gateway.ts'
import { RawClient } from '../testing/subscriptions/raw-client.ts'
import { silent } from '../testing/gateway-fixture.ts'
import { anIdentity } from '../testing/identity.ts'
import { anIssuer, type Issuer } from '../testing/issuer.ts'
import { aQuietSubgraph } from '../testing/quiet-subgraph.ts'

const schemaFile = (name: string) => fileURLToPath(new URL(`../../schema/${name}`, import.meta.url))

/** Every live field of the graph, with a document that listens to it. */
const FIELDS = Object.values(
  buildSchema(readFileSync(schemaFile('api.graphql'), 'utf8'))
    .getSubscriptionType()
    ?.getFields() ?? {},
).map((field) => [field.name, documentOf(field)] as const)

function documentOf({ name, args }: GraphQLField<unknown, unknown>): string {
  const needed = args.filter(({ type, defaultValue }) => isNonNullType(type) && defaultValue === undefined)
  const given = needed.map((each) => `${each.name}: "01980000-0010-7000-8000-000000000001"`).join(', ')
  return `subscription { ${name}${given && `(${given})`} { __typename } }`
}

const actorKeys = await generateKeyPair('EdDSA')
let issuer: Issuer
let quiet: Awaited<ReturnType<typeof aQuietSubgraph>>
let identity: Awaited<ReturnType<typeof anIdentity>>
let gateways: Gateway[]
let ports: number[]

const startGateway = () =>
  createGateway({
    supergraphPath: schemaFile('supergraph.graphql'),
    subgraphUrls: new Map<string, readonly string[]>([
      ...subgraphNames().map((name): [string, string[]] => [name, [quiet.url]]),
      ...identity.subgraphUrls,
    ]),
    compiled: () => 'none',
    credentials: {
      verify: createVerifyCaller({ ...issuer.options, publicUrls: [], requireDpop: false }),
      sign: (actor) => signActorToken(actor, actorKeys.privateKey),
    },
    log: silent,
  })

beforeAll(async () => {
  issuer = await anIssuer()
  quiet = await aQuietSubgraph()
  identity = await anIdentity(actorKeys.publicKey)
  gateways = await Promise.all([startGateway(), startGateway()])
  ports = await Promise.all(gateways.map(({ http }) => http.listen(0)))
})
beforeEach(() => vi.waitUntil(() => identity.feed.followers.size === 2, 5_000))
afterEach(() => {
  identity.status = 200
  identity.feed.setSilent(false)
})
afterAll(async () => {
  await Promise.all(gateways.map((gateway) => gateway.close()))
  issuer.close()
  identity.close()
  quiet.close()
})

const at = (gateway: number, path: string) => `http://127.0.0.1:${ports[gateway]}${path}`
const ask = async (gateway: number, token: string, path = '/graphql') => {
  const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' }
  const response = await fetch(at(gateway, path), {
    method: 'POST',
    headers,
    body: '{"query":"{ __typename }"}',
  })
  return response.status
}

/** Listens to all of these, each on a socket of its own, at the second gateway. */
async function listenTo(token: string, documents: readonly string[]): Promise<RawClient[]> {
  const before = quiet.listeners()
  const clients = documents.map(() => new RawClient(at(1, '/graphql').replace('http', 'ws')))
  for (const [index, client] of clients.entries()) {
    await client.greet({ authorization: `Bearer ${token}` })
    client.subscribe('1', documents[index] ?? '')
  }
  await vi.waitFor(() => expect(quiet.listeners()).toBe(before + documents.length))
  return clients
}

const SUPPORT = { role: 'SUPPORT', regionCode: null, enterpriseId: null } as const
const DIRECTORATE = { role: 'DIRECTORATE', regionCode: null, enterpriseId: null } as const
const RIGHT_MS = 1_500

/** What makes somebody another one, as the second gateway hears of it: from identity, or not even that. */
const ENDS: Record<string, (subject: string, token: string) => Promise<unknown> | void> = {
  'a role is taken back': (subject) => identity.change(subject, { grants: [] }),
  'a role is given': (subject) => identity.change(subject, { grants: [SUPPORT, DIRECTORATE] }),
  'the person is deactivated': (subject) => identity.change(subject, { active: false }),
  'the person logs out at another gateway': (_subject, token) => ask(0, token, '/logout'),
  'a role is taken back, and what tells of it was cut off': (subject) => {
    identity.change(subject, { grants: [] }, 'unsent')
    identity.feed.cut()
  },
  'a role is taken back, and what tells of it has fallen silent': (subject) => {
    identity.change(subject, { grants: [] }, 'unsent')
    identity.feed.setSilent(true)
  },
  'a role ends by the calendar': async (subject) => {
    identity.change(subject, { grants: [] }, 'unsent')
    await delay(RIGHT_MS)
  },
}

describe('F026 B02 every live field ends within five seconds when', () => {
  it.each(Object.entries(ENDS))('%s', async (what, end) => {
    identity.people.set(what, {
      grants: [SUPPORT],
      ...(what.endsWith('calendar') && { holdsUntil: Date.now() + RIGHT_MS }),
    })
    const [token, other] = [await issuer.token(what), await issuer.token('somebody else')]
    const documents = FIELDS.map(([, document]) => document)
    const [clients, control] = [
      await listenTo(token, documents),
      await listenTo(other, documents.slice(0, 1)),
    ]
    expect(clients.map(({ closing }) => closing)).toEqual(FIELDS.map(() => null))
    const from = performance.now()
    await end(what, token)
    await vi.waitFor(
      () => expect(clients.map(({ closing }) => closing?.code)).toEqual(FIELDS.map(() => 4403)),
      { timeout: 8_000, interval: 10 },
    )
    expect(performance.now() - from).toBeLessThan(5_000)
    await vi.waitFor(() => expect(quiet.listeners()).toBe(1))
    expect(control.map(({ closing }) => closing)).toEqual([null])
    for (const client of control) client.end()
    await vi.waitFor(() => expect(quiet.listeners()).toBe(0))
  })

  it('and the graph has live fields, each of which can be listened to', () => {
    expect(FIELDS.length).toBeGreaterThan(5)
  })
})

describe('logging out', () => {
  it('ends what was given for the session at every gateway, and no other session', async () => {
    const [token, another] = [await issuer.token('ola'), await issuer.token('kari', { claims: { jti: 'b' } })]
    expect(await ask(0, token, '/logout')).toBe(204)
    expect(await ask(0, token)).toBe(401)
    await vi.waitFor(async () => expect(await ask(1, token)).toBe(401))
    expect(await ask(1, another)).toBe(200)
    expect(await ask(1, token, '/logout')).toBe(204)
  })

  it('needs what any request needs', async () => {
    const before = identity.ended.length
    expect(await ask(0, 'x', '/logout')).toBe(401)
    expect((await fetch(at(0, '/logout'))).status).toBe(405)
    expect(identity.ended).toHaveLength(before)
  })

  it('reports that the others could not be informed, and ends the session here', async () => {
    const token = await issuer.token('per')
    expect(await ask(0, token)).toBe(200)
    identity.status = 500
    expect(await ask(0, token, '/logout')).toBe(503)
    expect(await ask(0, token)).toBe(401)
  })
})
