import type { IncomingMessage, ServerResponse } from 'node:http'
import { SESSION_COOKIE } from './access.ts'
import type { Config } from './config.ts'
import { readCookie, writeCookie } from './cookies.ts'
import type { Attempt, IdentityProvider } from './identity-provider.ts'
import type { Log } from './log.ts'
import { safeReturnPath } from './return-path.ts'
import type { Seal } from './seal.ts'
import type { Sessions, Tokens } from './sessions.ts'

type Services = {
  config: Config
  provider: IdentityProvider
  sessions: Sessions
  seal: Seal
  log: Log
  /** A session is over before its time. */
  onEnded: (sessionId: string, tokens: Tokens) => void
}
type Handler = (request: IncomingMessage, response: ServerResponse, address: URL) => Promise<void>

/** Everything here that leads the browser elsewhere. */
export const SIGN_IN_ROUTES = ['GET /logg-inn', 'GET /tilbake', 'POST /logg-ut'] as const
type SignInRoute = (typeof SIGN_IN_ROUTES)[number]

export const ATTEMPT_COOKIE = 'portal_innlogging'
const ATTEMPT_SECONDS = 600
const FAILED = '/utlogget?feil'

const redirect = (response: ServerResponse, location: string, cookies: string[] = []): void => {
  response.writeHead(303, { location, 'set-cookie': cookies, 'cache-control': 'no-store' }).end()
}

/** Signing in and out: `/logg-inn` leads to the identity provider, which leads back to `/tilbake`. */
export const signInRoutes = ({ config, provider, sessions, seal, log, onEnded }: Services) => {
  const secure = config.origin.protocol === 'https:'
  const attemptCookie = (value: string, maxAgeSeconds: number) =>
    writeCookie(ATTEMPT_COOKIE, value, { secure, path: '/tilbake', maxAgeSeconds })
  const sessionCookie = (value: string, maxAgeSeconds: number) =>
    writeCookie(SESSION_COOKIE, value, { secure, maxAgeSeconds })

  const endSession = async (id: string): Promise<Tokens | undefined> => {
    const tokens = await sessions.end(id)
    if (tokens) onEnded(id, tokens)
    return tokens
  }

  const begin: Handler = async (_request, response, address) => {
    const { address: location, attempt } = await provider.begin(
      safeReturnPath(address.searchParams.get('til'), config.origin),
    )
    const sealed = seal.close(attempt).toString('base64url')
    redirect(response, location.href, [attemptCookie(sealed, ATTEMPT_SECONDS)])
  }

  const complete: Handler = async (request, response, address) => {
    const cookie = readCookie(request, ATTEMPT_COOKIE)
    const attempt = cookie && (seal.open(Buffer.from(cookie, 'base64url')) as Attempt | undefined)
    // Somebody came here by an old address or with the tab of another attempt: begin anew.
    if (!attempt) return redirect(response, '/logg-inn')
    try {
      const tokens = await provider.complete(
        new URL(address.pathname + address.search, config.origin),
        attempt,
      )
      const former = readCookie(request, SESSION_COOKIE)
      if (former) await endSession(former)
      const id = await sessions.start(tokens)
      const cookies = [sessionCookie(id, config.sessionHours * 3600), attemptCookie('', 0)]
      redirect(response, safeReturnPath(attempt.returnTo, config.origin), cookies)
    } catch (error) {
      log.warn('sign-in was not completed', error)
      redirect(response, FAILED, [attemptCookie('', 0)])
    }
  }

  const end: Handler = async (request, response) => {
    const id = readCookie(request, SESSION_COOKIE)
    const tokens = id ? await endSession(id) : undefined
    const there = await provider.signOutAddress(tokens?.idToken).then(
      (address) => address.href,
      () => '/utlogget',
    )
    redirect(response, there, [sessionCookie('', 0)])
  }

  const routes: Record<SignInRoute, Handler> = {
    'GET /logg-inn': begin,
    'GET /tilbake': complete,
    'POST /logg-ut': end,
  }
  return (request: IncomingMessage, address: URL): Handler | undefined =>
    routes[`${request.method} ${address.pathname}` as SignInRoute]
}
