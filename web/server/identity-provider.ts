import * as oidc from 'openid-client'
import type { Config } from './config.ts'
import { newProofKey, toKeyPair, type ProofKey } from './proof-key.ts'
import { foundOnFirstUse } from './provider-client.ts'
import type { Tokens } from './sessions.ts'

/** What the browser must bring back unharmed from the identity provider. */
export type Attempt = {
  state: string
  nonce: string
  verifier: string
  returnTo: string
  /** The code will be good for its holder alone, and so will the tokens. */
  proofKey: ProofKey
}

/**
 * HelseID, or what plays it: pushed authorisation requests, PKCE, a signed assertion instead of a secret, and tokens
 * that are bound to a key (DPoP).
 */
export interface IdentityProvider {
  begin(returnTo: string): Promise<{ address: URL; attempt: Attempt }>
  /** @throws when the answer does not belong to the attempt, or the provider refuses it */
  complete(answer: URL, attempt: Attempt): Promise<Tokens>
  /** @returns undefined when the provider refuses to renew; throws when it cannot be reached */
  renew(tokens: Tokens): Promise<Tokens | undefined>
  /** Where the browser ends its session at the provider too. */
  signOutAddress(idToken: string | undefined): Promise<URL>
}

const toTokens = (
  response: oidc.TokenEndpointResponse & oidc.TokenEndpointResponseHelpers,
  proofKey: ProofKey,
  old?: Tokens,
): Tokens => {
  // openid-client has the type in lower case, whatever the provider writes.
  if (response.token_type !== 'dpop') throw new Error('the identity provider did not bind the token')
  return {
    accessToken: response.access_token,
    refreshToken: response.refresh_token ?? old?.refreshToken,
    idToken: response.id_token ?? old?.idToken,
    proofKey,
    accessExpiresAt: Date.now() + (response.expiresIn() ?? 60) * 1000,
  }
}

export const createIdentityProvider = (config: Config): IdentityProvider => {
  const provider = foundOnFirstUse(config)
  const redirectUri = new URL('/tilbake', config.origin).href
  const resource = config.audience
  // What the provider wants besides, a nonce of its own in each proof, openid-client sees to.
  const bound = async (key: ProofKey) => {
    const configuration = await provider()
    return { configuration, DPoP: oidc.getDPoPHandle(configuration, await toKeyPair(key)) }
  }

  return {
    async begin(returnTo) {
      const attempt = {
        state: oidc.randomState(),
        nonce: oidc.randomNonce(),
        verifier: oidc.randomPKCECodeVerifier(),
        returnTo,
        proofKey: await newProofKey(),
      }
      const { configuration, DPoP } = await bound(attempt.proofKey)
      const parameters = {
        redirect_uri: redirectUri,
        scope: `openid profile offline_access ${config.scope}`,
        prompt: 'consent',
        resource,
        state: attempt.state,
        nonce: attempt.nonce,
        code_challenge: await oidc.calculatePKCECodeChallenge(attempt.verifier),
        code_challenge_method: 'S256',
      }
      const address = await oidc.buildAuthorizationUrlWithPAR(configuration, parameters, { DPoP })
      return { address, attempt }
    },
    async complete(answer, { state, nonce, verifier, proofKey }) {
      const { configuration, DPoP } = await bound(proofKey)
      const checks = {
        expectedState: state,
        expectedNonce: nonce,
        pkceCodeVerifier: verifier,
        idTokenExpected: true,
      }
      const response = await oidc.authorizationCodeGrant(
        configuration,
        answer,
        checks,
        { resource },
        { DPoP },
      )
      return toTokens(response, proofKey)
    },
    async renew(tokens) {
      if (!tokens.refreshToken) return undefined
      const { configuration, DPoP } = await bound(tokens.proofKey)
      try {
        const response = await oidc.refreshTokenGrant(
          configuration,
          tokens.refreshToken,
          { resource },
          { DPoP },
        )
        return toTokens(response, tokens.proofKey, tokens)
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
