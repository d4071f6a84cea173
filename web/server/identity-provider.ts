import type { webcrypto } from 'node:crypto'
import * as oidc from 'openid-client'
import type { Config } from './config.ts'
import type { Tokens } from './sessions.ts'

/** What the browser must bring back unharmed from the identity provider. */
export type Attempt = { state: string; nonce: string; verifier: string; returnTo: string }

/** HelseID, or what plays it: pushed authorisation requests, PKCE, and a signed assertion instead of a secret. */
export interface IdentityProvider {
  begin(returnTo: string): Promise<{ address: URL; attempt: Attempt }>
  /** @throws when the answer does not belong to the attempt, or the provider refuses it */
  complete(answer: URL, attempt: Attempt): Promise<Tokens>
  /** @returns undefined when the provider refuses to renew; throws when it cannot be reached */
  renew(tokens: Tokens): Promise<Tokens | undefined>
  /** Where the browser ends its session at the provider too. */
  signOutAddress(idToken: string | undefined): Promise<URL>
}

const ALGORITHMS: Record<
  string,
  webcrypto.RsaHashedImportParams | webcrypto.EcKeyImportParams | { name: string }
> = {
  PS256: { name: 'RSA-PSS', hash: 'SHA-256' },
  RS256: { name: 'RSASSA-PKCS1-v1_5', hash: 'SHA-256' },
  ES256: { name: 'ECDSA', namedCurve: 'P-256' },
  ES384: { name: 'ECDSA', namedCurve: 'P-384' },
  EdDSA: { name: 'Ed25519' },
  Ed25519: { name: 'Ed25519' },
}
const byKind: Record<string, string> = { RSA: 'PS256', EC: 'ES256', OKP: 'Ed25519' }

const importKey = async ({ alg, kid, ...jwk }: Config['clientKey']): Promise<oidc.PrivateKey> => {
  const algorithm = ALGORITHMS[alg ?? byKind[jwk.kty ?? ''] ?? '']
  if (!algorithm) throw new Error('OIDC_CLIENT_KEY: unknown algorithm')
  // Node insists that `use` and `key_ops` fit; what the key is for is settled by the algorithm.
  const { use: _use, key_ops: _keyOps, ...material } = jwk
  const key = await crypto.subtle.importKey('jwk', material as JsonWebKey, algorithm, false, ['sign'])
  return kid ? { key, kid } : { key }
}

const toTokens = (
  response: oidc.TokenEndpointResponse & oidc.TokenEndpointResponseHelpers,
  old?: Tokens,
): Tokens => ({
  accessToken: response.access_token,
  refreshToken: response.refresh_token ?? old?.refreshToken,
  idToken: response.id_token ?? old?.idToken,
  accessExpiresAt: Date.now() + (response.expiresIn() ?? 60) * 1000,
})

/** Found on first use, so that the web server starts before the identity provider; a failure is tried again. */
const lazily = (config: Config): (() => Promise<oidc.Configuration>) => {
  let found: oidc.Configuration | undefined
  return async () => {
    if (found) return found
    const authentication = oidc.PrivateKeyJwt(await importKey(config.clientKey))
    const plainHttp = config.issuer.protocol === 'http:' ? [oidc.allowInsecureRequests] : []
    found = await oidc.discovery(config.issuer, config.clientId, {}, authentication, { execute: plainHttp })
    return found
  }
}

export const createIdentityProvider = (config: Config): IdentityProvider => {
  const provider = lazily(config)
  const redirectUri = new URL('/tilbake', config.origin).href
  const resource = config.audience

  return {
    async begin(returnTo) {
      const attempt = {
        state: oidc.randomState(),
        nonce: oidc.randomNonce(),
        verifier: oidc.randomPKCECodeVerifier(),
        returnTo,
      }
      const address = await oidc.buildAuthorizationUrlWithPAR(await provider(), {
        redirect_uri: redirectUri,
        scope: 'openid profile offline_access',
        prompt: 'consent',
        resource,
        state: attempt.state,
        nonce: attempt.nonce,
        code_challenge: await oidc.calculatePKCECodeChallenge(attempt.verifier),
        code_challenge_method: 'S256',
      })
      return { address, attempt }
    },
    async complete(answer, { state, nonce, verifier }) {
      const checks = {
        expectedState: state,
        expectedNonce: nonce,
        pkceCodeVerifier: verifier,
        idTokenExpected: true,
      }
      return toTokens(await oidc.authorizationCodeGrant(await provider(), answer, checks, { resource }))
    },
    async renew(tokens) {
      if (!tokens.refreshToken) return undefined
      const configuration = await provider()
      try {
        return toTokens(
          await oidc.refreshTokenGrant(configuration, tokens.refreshToken, { resource }),
          tokens,
        )
      } catch (error) {
        if (error instanceof oidc.ResponseBodyError) return undefined
        throw error
      }
    },
    async signOutAddress(idToken) {
      return oidc.buildEndSessionUrl(await provider(), {
        post_logout_redirect_uri: new URL('/utlogget', config.origin).href,
        ...(idToken && { id_token_hint: idToken }),
      })
    },
  }
}
