import type { IncomingMessage } from 'node:http'
import { readCookie } from './cookies.ts'
import type { IdentityProvider } from './identity-provider.ts'
import { createProve } from './proof.ts'
import type { Sessions, Tokens } from './sessions.ts'

export const SESSION_COOKIE = 'portal_okt'

/** A token with less than this left would run out on its way through the gateway. */
const MARGIN_MS = 30_000
const isFresh =
  (leastMs: number) =>
  ({ accessExpiresAt }: Tokens): boolean =>
    accessExpiresAt - Date.now() > leastMs

/**
 * What lets one request of a session into the gateway: its token, and a proof that it is the session's. As headers of a
 * request, or in the greeting of a socket, whose address is `ws:` or `wss:`. A proof is good once and for a minute:
 * make it when the request is sent.
 */
export type Pass = (method: 'GET' | 'POST', address: URL) => { authorization: string; dpop: string }

/** Who may go on to the gateway. */
export interface Access {
  /**
   * @param leastMs how long its token is good for at least, in milliseconds: half a minute by default
   * @returns undefined when the request has no living session
   */
  passFor(request: IncomingMessage, leastMs?: number): Promise<Pass | undefined>
  hasSession(request: IncomingMessage): Promise<boolean>
}

/** By these tokens, whether or not their session lives. */
export type ToPass = (tokens: Tokens) => Pass

export const createToPass = (): ToPass => {
  const prove = createProve()
  return ({ accessToken, proofKey }) =>
    (method, address) => ({
      authorization: `DPoP ${accessToken}`,
      dpop: prove(proofKey, { method, address, accessToken }),
    })
}

export const createAccess = (sessions: Sessions, provider: IdentityProvider, toPass: ToPass): Access => {
  return {
    async passFor(request, leastMs = MARGIN_MS) {
      const id = readCookie(request, SESSION_COOKIE)
      if (!id) return undefined
      const tokens = await sessions.tokens(id)
      if (!tokens || isFresh(leastMs)(tokens)) return tokens && toPass(tokens)
      const renewed = await sessions.renew(id, isFresh(leastMs), (old) => provider.renew(old))
      return renewed && toPass(renewed)
    },
    async hasSession(request) {
      const id = readCookie(request, SESSION_COOKIE)
      return id !== undefined && (await sessions.tokens(id)) !== undefined
    },
  }
}
