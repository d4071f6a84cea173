import { generateKeyPair } from 'jose'
import { signActorToken } from '@kompetanse/schema/actor-token'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createVerifyCaller } from '../actor/caller.ts'
import { aWorld, type World } from '../../testing/gateway-fixture.ts'
import { anIdentity, IDENTITY } from '../../testing/identity.ts'
import { anIssuer, type Issuer } from '../../testing/issuer.ts'
import { library } from '../../testing/library.ts'

const actorKeys = await generateKeyPair('EdDSA')
/** Where nothing but the page to try operations on, and its parts, is answered to anybody. */
const WORLDS = { production: false, development: true }
/** Who may ask for what: what is new is written here too. */
const KNOWN = {
  'GET /health': 'probe',
  'HEAD /health': 'probe',
  'GET /ready': 'probe',
  'HEAD /ready': 'probe',
  'GET /graphql': 'actor',
  'POST /graphql': 'actor',
  'POST /logout': 'bearer',
  'POST /files': 'actor',
  'GET /files/{id}': 'actor',
  'HEAD /files/{id}': 'actor',
}
const PARTS = ['css', 'js'].map((ending) => `graphiql.${ending}`)
const WORKERS = ['editor', 'json', 'graphql'].map((name) => `${name}.worker.js`)
const PAGE = [
  'GET /graphql as text/html',
  ...[...PARTS, ...WORKERS, 'graphql-ws.js', 'start.js'].map((file) => `GET /graphiql/${file}`),
]

describe.each(Object.entries(WORLDS))('the addresses of the gateway in %s', (_name, developerTools) => {
  let issuer: Issuer
  let stranger: Issuer
  let identity: Awaited<ReturnType<typeof anIdentity>>
  let world: World

  beforeAll(async () => {
    ;[issuer, stranger] = await Promise.all([anIssuer(), anIssuer()])
    identity = await anIdentity(actorKeys.publicKey)
    world = await aWorld([...library, IDENTITY], {
      ...{ developerTools, subgraphUrls: identity.subgraphUrls, filesSubgraph: 'not there' },
      credentials: {
        verify: createVerifyCaller({ ...issuer.options, publicUrls: [], requireDpop: false }),
        sign: (actor) => signActorToken(actor, actorKeys.privateKey),
      },
    })
  })
  afterAll(async () => {
    await world.close()
    identity.close()
    await Promise.all([issuer.close(), stranger.close()])
  })

  const lines = () =>
    world.gateway.http.table.flatMap(({ methods, path, who, accepts }) =>
      methods.map((method) => ({ method, path: path.replace(/\{\w+\}/, 'all'), who, accepts, as: path })),
    )
  const ask = async (
    line: { method: string; path: string; accepts?: string | undefined },
    bearer?: string,
  ) => {
    const { method, path, accepts: accept = 'application/json' } = line
    const headers = { accept, ...(bearer !== undefined && { authorization: `Bearer ${bearer}` }) }
    return (await fetch(new URL(path, world.url), { method, headers })).status
  }

  it('are known, with who may ask', () => {
    const listed = lines().map(({ method, as, who, accepts }) => [
      `${method} ${as}${accepts ? ` as ${accepts}` : ''}`,
      who,
    ])
    const page = developerTools ? PAGE.map((line) => [line, 'anybody']) : []
    expect(Object.fromEntries(listed)).toEqual({ ...KNOWN, ...Object.fromEntries(page) })
    expect(listed).toHaveLength(Object.keys(KNOWN).length + page.length)
  })

  it('answer nobody without a token that holds, the probes and that page aside', async () => {
    const broken = `${await issuer.token('kari')}x`
    const forged = await stranger.token('kari')
    for (const line of lines()) {
      const isOpen = line.who === 'probe' || line.who === 'anybody'
      for (const shown of [undefined, '', 'x', broken, forged])
        expect([line, shown, await ask(line, shown)]).toEqual([line, shown, isOpen ? 200 : 401])
    }
  })

  it('answer a person who is unknown to identity where a token is enough, and nowhere else', async () => {
    const [unknown, kari] = [await issuer.token('stranger'), await issuer.token('kari')]
    for (const line of lines().filter(({ who }) => who === 'actor')) {
      expect([line, await ask(line, unknown)]).toEqual([line, 403])
      expect([401, 403]).not.toContain(await ask(line, kari))
    }
  })

  it('are all that there is', async () => {
    const token = await issuer.token('kari')
    const paths = ['/', '/people', '/debug', '/metrics', '/.env', '/graphql/people', '/Health', '/%68ealth']
    const more = lines().flatMap(({ path }) => [`${path}/more/still`, `/x${path}`, `${path}.json.x/`])
    for (const path of [...paths, ...more, ...(developerTools ? [] : ['/graphiql/start.js'])])
      for (const shown of [undefined, token])
        expect([path, await ask({ method: 'GET', path }, shown)]).toEqual([path, 404])
  })

  it('take the methods that they are listed with alone', async () => {
    for (const line of lines()) {
      const { status, headers } = await fetch(new URL(line.path, world.url), { method: 'DELETE' })
      expect([line, status]).toEqual([line, 405])
      expect(headers.get('allow')).toContain(line.method)
    }
  })
})
