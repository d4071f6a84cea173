import { generateKeyPair } from 'jose'
import { signActorToken, verifyActorToken } from '@kompetanse/schema/actor-token'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { DEFAULT_TURNS } from './cost/turns.ts'
import type { GatewayOptions } from './gateway.ts'
import { aWorld, type World } from '../testing/gateway-fixture.ts'
import { anIdentity, IDENTITY } from '../testing/identity.ts'
import { anIssuer, SCOPE, type Issuer, type TokenChanges } from '../testing/issuer.ts'
import { library } from '../testing/library.ts'
import { createVerifyCaller } from './actor/caller.ts'

const actorKeys = await generateKeyPair('EdDSA')
let issuer: Issuer
let identity: Awaited<ReturnType<typeof anIdentity>>
let world: World

const bearer = async (subject: string, changes?: TokenChanges) =>
  `Bearer ${await issuer.token(subject, changes)}`

const openWorld = (options: Partial<GatewayOptions> = {}) =>
  aWorld([...library, IDENTITY], {
    ...options,
    subgraphUrls: identity.subgraphUrls,
    credentials: {
      verify: createVerifyCaller({ ...issuer.options, publicUrls: [], requireDpop: false }),
      sign: (actor) => signActorToken(actor, actorKeys.privateKey),
    },
  })

beforeAll(async () => {
  issuer = await anIssuer()
})
beforeEach(async () => {
  identity = await anIdentity(actorKeys.publicKey)
  world = await openWorld()
  await vi.waitFor(hearsOfChanges, 10_000)
  for (const list of [identity.subjects, identity.kinds, world.subgraphs['catalogue']?.received])
    list?.splice(0)
})
afterEach(async () => {
  await world.close()
  identity.close()
})
afterAll(() => issuer.close())

const askAs = (authorization: string | undefined, headers: Record<string, string> = {}) =>
  world.ask('{ books { id } }', {}, { headers: { ...headers, ...(authorization && { authorization }) } })

/** Resolves once the gateway follows identity's changes: then a change makes it request the person anew. */
async function hearsOfChanges() {
  const authorization = await bearer('probe')
  await askAs(authorization)
  const before = identity.subjects.length
  identity.change('probe', {})
  await askAs(authorization)
  expect(identity.subjects.length).toBeGreaterThan(before)
}

describe('who may ask', () => {
  it('subgraphs get the actor of the token, and no header from outside', async () => {
    const { status } = await askAs(await bearer('kari'), {
      'x-actor': 'forged',
      'x-role': 'admin',
      cookie: 'a=b',
    })
    expect(status).toBe(200)
    const { headers } = world.subgraphs['catalogue']?.received[0] ?? { headers: {} as Record<string, string> }
    expect(await verifyActorToken(headers['x-actor']?.toString(), actorKeys.publicKey)).toEqual({
      kind: 'person',
      personId: 'person of kari',
      trainee: false,
      grants: [],
    })
    for (const name of ['authorization', 'x-role', 'cookie']) expect(headers).not.toHaveProperty(name)
    expect(identity.kinds).toEqual(['gateway'])
  })

  it('a token and a person are looked up once for many requests', async () => {
    const token = await bearer('kari')
    await Promise.all([askAs(token), askAs(token), askAs(token)])
    await askAs(token)
    expect(identity.subjects).toEqual(['kari'])
  })

  it('B32 who has changed something in identity is looked up anew; who has changed something else is not', async () => {
    const authorization = await bearer('kari')
    const lookups = () => identity.subjects.filter((subject) => subject === 'kari').length
    const ask = (query: string) => world.ask(query, {}, { headers: { authorization } })
    await ask('{ books { id } }')
    await ask('mutation { count }')
    await ask('{ books { id } }')
    expect(lookups()).toBe(1)
    await ask('mutation { ...Opening } fragment Opening on Mutation { openRecord }')
    await ask('{ books { id } }')
    await ask('{ books { id } }')
    expect(lookups()).toBe(2)
  })

  it.each(['all', 'none'] as const)(
    'B32 after each mutation of an operation it is found out anew who asks: compiled: %s',
    async (compiled) => {
      const own = await openWorld({ compiled: () => compiled })
      const headers = { authorization: await bearer('ola') }
      const SUPPORT = { role: 'SUPPORT', regionCode: null, enterpriseId: null } as const
      const received = () => own.subgraphs['catalogue']?.received ?? []
      const grants = async () =>
        Promise.all(
          received().map(async ({ headers: { 'x-actor': token } }) => {
            const actor = await verifyActorToken(token?.toString(), actorKeys.publicKey)
            return actor?.grants.length
          }),
        )
      const name = 'rename(id: 1, title: "x") { title }'
      await vi.waitFor(async () => {
        received().splice(0)
        identity.change('ola', { grants: [SUPPORT] })
        await own.ask('{ books { id } }', {}, { headers })
        expect(await grants()).toEqual([1])
      })
      received().splice(0)
      identity.change('ola', {}, 'unsent')
      const { body } = await own.ask(
        `mutation ($no: Boolean!) { a: ${name} openRecord ...F no: count @include(if: $no) } fragment F on Mutation { b: ${name} }`,
        { no: false },
        { headers },
      )
      expect(await grants()).toEqual([1, 0])
      expect(JSON.stringify(body.data)).toBe('{"a":{"title":"x"},"openRecord":null,"b":{"title":"x"}}')
      received().splice(0)
      identity.change('ola', { active: false }, 'unsent')
      const gone = await own.ask(`mutation { openRecord b: ${name} }`, {}, { headers })
      expect(gone.body.data).toEqual({ openRecord: null, b: null })
      expect(gone.body.errors?.map(({ path, extensions: { code } }) => [path, code])).toContainEqual([
        ['b'],
        'PERSON_UNKNOWN',
      ])
      expect(received()).toEqual([])
      await own.close()
    },
  )

  it('identity’s last answer is used while identity is away', async () => {
    const token = await bearer('kari')
    await askAs(token)
    identity.status = 500
    expect((await askAs(token)).status).toBe(200)
    const other = await askAs(await bearer('ola'))
    expect([other.status, other.body.errors?.[0]?.extensions['code']]).toEqual([503, 'ACTOR_UNAVAILABLE'])
  })
})

describe('B32 who may suddenly do more', () => {
  it('has the same line as before', async () => {
    const turns = { ...DEFAULT_TURNS, burst: 300, perSecond: 1, waitMs: 50 }
    const narrow = await openWorld({ turns })
    const headers = { authorization: await bearer('kari') }
    const ask = async (text: string) => (await narrow.ask(text, {}, { headers })).status
    expect(await ask('{ books { id } }')).toBe(200)
    const before = identity.subjects.length
    await vi.waitFor(async () => {
      identity.change('kari', { grants: [{ role: 'SUPPORT', regionCode: null, enterpriseId: null }] })
      expect(await ask('{ books { id } }')).toBe(200)
      expect(identity.subjects.length).toBeGreaterThan(before)
    })
    expect(await ask('{ books { title } }')).toBe(429)
    await narrow.close()
  })
})

describe('who may not', () => {
  const refused = async (authorization: string | undefined) => {
    const { status, body } = await askAs(authorization)
    expect(world.subgraphs['catalogue']?.received).toEqual([])
    return [status, body.errors?.[0]?.extensions['code']]
  }
  const UNAUTHENTICATED = [401, 'UNAUTHENTICATED']

  it('no token, or one that is none', async () => {
    expect(await refused(undefined)).toEqual(UNAUTHENTICATED)
    expect(await refused('Bearer x')).toEqual(UNAUTHENTICATED)
    expect(await refused('Basic a2FyaTpr')).toEqual(UNAUTHENTICATED)
  })

  it('a token of another key, issuer, audience or kind', async () => {
    const { privateKey } = await generateKeyPair('RS256')
    expect(await refused(await bearer('kari', { key: privateKey }))).toEqual(UNAUTHENTICATED)
    expect(await refused(await bearer('kari', { claims: { iss: 'https://other' } }))).toEqual(UNAUTHENTICATED)
    expect(await refused(await bearer('kari', { claims: { aud: 'other' } }))).toEqual(UNAUTHENTICATED)
    expect(await refused(await bearer('kari', { typ: 'JWT' }))).toEqual(UNAUTHENTICATED)
  })

  const INSUFFICIENT = [403, 'INSUFFICIENT_SCOPE']
  it.each([
    ['none', undefined, INSUFFICIENT],
    ['an empty one', '', INSUFFICIENT],
    ['of something else', 'openid profile', INSUFFICIENT],
    ['one that only begins so', `${SCOPE}:read`, INSUFFICIENT],
    ['a number', 7, INSUFFICIENT],
    ['other ones as a list', ['openid', 'profile'], INSUFFICIENT],
    ['a list in a list', [[SCOPE]], INSUFFICIENT],
  ])('a token whose scope is %s', async (_what, scope, refusal) => {
    expect(await refused(await bearer('kari', { claims: { scope } }))).toEqual(refusal)
  })

  it.each([[SCOPE], [`openid ${SCOPE} profile`], [['openid', SCOPE]]])(
    'but the scope %j is one',
    async (scope) => {
      expect((await askAs(await bearer('kari', { claims: { scope } }))).status).toBe(200)
    },
  )

  it.each([
    ['with NUL', 'ka\0ri'],
    ['with half a character', 'ka\ud800ri'],
    ['empty', ''],
    ['longer than any', 'k'.repeat(256)],
    ['a list', ['kari']],
    ['a list of lists', [['kari'], 'ola']],
    ['a number', 7],
    ['an object', { kari: true }],
    ['true', true],
    ['null', null],
  ])('a token whose subject is %s, beside others that are known', async (_what, sub) => {
    const bad = await bearer('kari', { claims: { sub } })
    const [{ status, body }, good] = await Promise.all([
      askAs(bad),
      bearer('kari').then((token) => askAs(token)),
    ])
    expect([status, body.errors?.[0]?.extensions['code']]).toEqual(UNAUTHENTICATED)
    expect([good.status, new Set(identity.subjects)]).toEqual([200, new Set(['kari'])])
  })

  it('and the refusal names the scope that is missing', async () => {
    const { headers } = await askAs(await bearer('kari', { claims: { scope: '' } }))
    expect(headers.get('www-authenticate')).toContain(`Bearer error="insufficient_scope", scope="${SCOPE}"`)
  })

  it('a token that has expired, also one that was known', async () => {
    const now = Math.floor(Date.now() / 1000)
    expect(await refused(await bearer('kari', { claims: { exp: now - 10 } }))).toEqual(UNAUTHENTICATED)
    const short = await bearer('kari', { claims: { exp: now + 2 } })
    expect((await askAs(short)).status).toBe(200)
    await new Promise((resolve) => setTimeout(resolve, 2100))
    expect((await askAs(short)).status).toBe(401)
  })

  it('a person who is unknown to identity', async () => {
    expect(await refused(await bearer('stranger'))).toEqual([403, 'PERSON_UNKNOWN'])
  })
})
