import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { exportJWK, generateKeyPair, SignJWT, type CryptoKey } from 'jose'

export const AUDIENCE = 'https://graph'
export const SCOPE = 'graph:access'

/** What a test makes different from a token that is good for a minute. */
export interface TokenChanges {
  readonly key?: CryptoKey
  readonly claims?: Record<string, unknown>
  readonly typ?: string
}

export interface Issuer {
  readonly url: string
  /** The gateway's settings for it. */
  readonly options: {
    readonly issuer: string
    readonly audience: string
    readonly jwksUrl: string
    readonly scope: string
    readonly textScope: string
  }
  token(subject: string, changes?: TokenChanges): Promise<string>
  close(): void
}

/** Has `server` listen on a free port. @returns its address */
export const listen = (server: Server) =>
  new Promise<string>((resolve) =>
    server.listen(0, '127.0.0.1', () =>
      resolve(`http://127.0.0.1:${(server.address() as AddressInfo).port}`),
    ),
  )

/** An issuer of access tokens: keys at an address, no login. */
export async function anIssuer(): Promise<Issuer> {
  const { publicKey, privateKey } = await generateKeyPair('RS256')
  const jwk = { ...(await exportJWK(publicKey)), kid: 'k', alg: 'RS256' }
  const server = createServer((_request, response) => response.end(JSON.stringify({ keys: [jwk] })))
  const url = await listen(server)
  return {
    url,
    options: { issuer: url, audience: AUDIENCE, jwksUrl: `${url}/jwks`, scope: SCOPE, textScope: SCOPE },
    token(subject, { key = privateKey, claims, typ = 'at+jwt' } = {}) {
      const now = Math.floor(Date.now() / 1000)
      const payload = {
        iss: url,
        aud: AUDIENCE,
        sub: subject,
        scope: SCOPE,
        iat: now,
        exp: now + 60,
        ...claims,
      }
      return new SignJWT(payload).setProtectedHeader({ alg: 'RS256', kid: 'k', typ }).sign(key)
    },
    close() {
      server.closeAllConnections()
      server.close()
    },
  }
}
