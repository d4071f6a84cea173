import { createServer, type Server } from 'node:http'
import { once } from 'node:events'
import { globSync, readFileSync } from 'node:fs'
import type { AddressInfo } from 'node:net'
import { request } from 'undici'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Config } from './config.ts'
import type { IdentityProvider } from './identity-provider.ts'
import { NASTY_PATHS } from './nasty-paths.ts'
import { newProofKey } from './proof-key.ts'
import { createSeal } from './seal.ts'
import type { Sessions, Tokens } from './sessions.ts'
import { ATTEMPT_COOKIE, SIGN_IN_ROUTES, signInRoutes } from './sign-in.ts'

const ORIGIN = new URL('https://portal.example')
const PROVIDER = new URL('https://login.example')
const seal = createSeal('a secret', 'sign-in')
const proofKey = await newProofKey()
const tokens: Tokens = { accessToken: 'a', refreshToken: 'r', idToken: 'i', proofKey, accessExpiresAt: 0 }

/** What came back from the provider for an attempt that asks for that way back. */
const attemptFor = (returnTo: string) =>
  seal.close({ state: 's', nonce: 'n', verifier: 'v', returnTo, proofKey }).toString('base64url')

let ended: [string, Tokens][]
let began: string[]
const provider: IdentityProvider = {
  begin: async (returnTo) => {
    began.push(returnTo)
    const attempt = { state: 's', nonce: 'n', verifier: 'v', returnTo, proofKey }
    return { address: new URL('/authorize', PROVIDER), attempt }
  },
  complete: async () => tokens,
  renew: async () => tokens,
  signOutAddress: async () => new URL('/end', PROVIDER),
}
const sessions = { start: async () => 'new', end: async () => tokens } as unknown as Sessions

let server: Server
let base: string
beforeAll(async () => {
  const routes = signInRoutes({
    ...{ provider, sessions, seal },
    config: { origin: ORIGIN, sessionHours: 1 } as Config,
    log: { warn: () => undefined, error: () => undefined },
    onEnded: (id, its) => void ended.push([id, its]),
  })
  server = createServer((incoming, response) => {
    const address = new URL(incoming.url ?? '/', ORIGIN)
    void routes(incoming, address)?.(incoming, response, address)
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
})
afterAll(() => server.close())

/** Where a route sends a browser that asks for that way back in whatever way it can. */
async function ledTo(route: string, path: string): Promise<string> {
  ;[began, ended] = [[], []]
  const [method = '', at = ''] = route.split(' ')
  const search = new URLSearchParams({ til: path, returnTo: path, state: 's', code: 'c' })
  const headers = { cookie: `portal_okt=former; ${ATTEMPT_COOKIE}=${attemptFor(path)}` }
  const answer = await request(`${base}${at}?${search}`, { method: method as 'GET', headers })
  await answer.body.dump()
  expect(answer.statusCode).toBe(303)
  return String(answer.headers['location'])
}

const HONEST = ['/', '/signering?fane=1#a']
const cases = SIGN_IN_ROUTES.flatMap((route) =>
  [...HONEST, ...NASTY_PATHS].map((path) => [route, path] as const),
)

describe('wherever a browser is led', () => {
  it.each(cases)('%s with %j leads to the portal or to the provider', async (route, path) => {
    const there = new URL(await ledTo(route, path), ORIGIN)
    expect([ORIGIN.origin, PROVIDER.origin]).toContain(there.origin)
    for (const back of began) expect(back).toBe(HONEST.includes(path) ? path : '/')
    if (route === 'GET /tilbake')
      expect(there.href).toBe(new URL(HONEST.includes(path) ? path : '/', ORIGIN).href)
  })

  it('nothing else on the server leads a browser anywhere', () => {
    const others = globSync('*.ts', { cwd: import.meta.dirname })
      .filter((file) => !file.includes('.test.') && file !== 'sign-in.ts')
      .filter((file) => /\blocation\b/.test(readFileSync(`${import.meta.dirname}/${file}`, 'utf8')))
    expect(others).toEqual([])
  })

  it('and the pages by paths of their own alone', () => {
    const source = `${import.meta.dirname}/../src`
    const targets = globSync('**/*.{ts,svelte}', { cwd: source }).flatMap((file) =>
      [...readFileSync(`${source}/${file}`, 'utf8').matchAll(/\bredirect\(\s*\d+,\s*([^\n]+)/g)].map(
        ([, target]) => target,
      ),
    )
    expect(targets.length).toBeGreaterThan(1)
    for (const target of targets) expect(target).toMatch(/^['`]\/[a-z]/)
  })
})

describe('a session that is over before its time', () => {
  it.each(['GET /tilbake', 'POST /logg-ut'])('is ended with its tokens: %s', async (route) => {
    await ledTo(route, '/')
    expect(ended).toEqual([['former', tokens]])
  })
})
