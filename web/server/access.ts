import type { IncomingMessage } from 'node:http'
import { readCookie } from './cookies.ts'
import type { IdentityProvider } from './identity-provider.ts'
import type { Sessions, Tokens } from './sessions.ts'

export const SESSION_COOKIE = 'portal_okt'

/** A token with less than this left would run out on its way through the gateway. */
const MARGIN_MS = 30_000
const isFresh = (tokens: Tokens): boolean => tokens.accessExpiresAt - Date.now() > MARGIN_MS

/** Who may go on to the gateway, and with which token. */
export interface Access {
  /** @returns a token that is good for a while yet; undefined when the request has no living session */
  tokenFor(request: IncomingMessage): Promise<string | undefined>
  hasSession(request: IncomingMessage): Promise<boolean>
}

export const createAccess = (sessions: Sessions, provider: IdentityProvider): Access => ({
  async tokenFor(request) {
    const id = readCookie(request, SESSION_COOKIE)
    if (!id) return undefined
    const tokens = await sessions.tokens(id)
    if (!tokens || isFresh(tokens)) return tokens?.accessToken
    const renewed = await sessions.renew(id, isFresh, (old) => provider.renew(old))
    return renewed?.accessToken
  },
  async hasSession(request) {
    const id = readCookie(request, SESSION_COOKIE)
    return id !== undefined && (await sessions.tokens(id)) !== undefined
  },
})
