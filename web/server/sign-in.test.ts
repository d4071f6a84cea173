import { createServer, type Server } from 'node:http'
import { once } from 'node:events'
import { globSync, readFileSync } from 'node:fs'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { request } from 'undici'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Config } from './config.ts'
import type { IdentityProvider } from './identity-provider.ts'
import { NASTY_PATHS } from './testing/nasty-paths.ts'
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

const WEB = join(import.meta.dirname, '..')

/** Every line by which a browser may be led elsewhere, in whatever runs on the server or in a page, by its file. */
const leadingLines = () =>
  globSync(['server.ts', 'server/**/*.ts', 'src/**/*.{ts,svelte}'], { cwd: WEB })
    .filter((file) => !file.includes('.test.') && file !== 'server/sign-in.ts')
    .flatMap((file) =>
      readFileSync(join(WEB, file), 'utf8')
        .split('\n')
        .filter((line) => /\b(redirect|location)\b/i.test(line) && !/^import (?!.* as )/.test(line))
        .map((line) => `${file}: ${line.trim()}`),
    )
    .toSorted()

const APP = 'src/routes/(app)'
/** The portal's own paths, and beside them a course's address, in a tab of its own, which the graph gives. */
const LEADING = [
  'src/hooks.server.ts: redirect(303, `/logg-inn?til=${encodeURIComponent(pathname + search)}`)',
  'src/lib/conversation/calendar.ts: location: meeting.place,',
  "src/lib/graph/client.ts: url: `${location.origin.replace(/^http/, 'ws')}/graphql`,",
  'src/lib/shell/Failure.svelte: <Button variant="secondary" onclick={() => location.reload()}>{m.try_again()}</Button>',
  `${APP}/aktivitet/[id]/ActivityActions.svelte: if (done && tab) tab.location.href = done.launchUrl`,
  `${APP}/tjenestetid/+page.ts: if (workspaces && !workspaces.includes('OWN_TRAINING')) redirect(307, '/tjenestetid/signering')`,
]

describe('wherever a browser is led', () => {
  it.each(cases)('%s with %j leads to the portal or to the provider', async (route, path) => {
    const there = new URL(await ledTo(route, path), ORIGIN)
    expect([ORIGIN.origin, PROVIDER.origin]).toContain(there.origin)
    for (const back of began) expect(back).toBe(HONEST.includes(path) ? path : '/')
    if (route === 'GET /tilbake')
      expect(there.href).toBe(new URL(HONEST.includes(path) ? path : '/', ORIGIN).href)
  })

  it('nothing else leads a browser anywhere, but what is listed here', () => {
    expect(leadingLines()).toEqual(LEADING)
  })
})

describe('a session that is over before its time', () => {
  it.each(['GET /tilbake', 'POST /logg-ut'])('is ended with its tokens: %s', async (route) => {
    await ledTo(route, '/')
    expect(ended).toEqual([['former', tokens]])
  })
})
