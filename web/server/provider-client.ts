import type { webcrypto } from 'node:crypto'
import * as oidc from 'openid-client'
import type { Config } from './config.ts'

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

// Renewing waits in a transaction, which the database ends when it has been idle for ten seconds: see limits.ts there.
const PATIENCE_SECONDS = 8

/**
 * The portal as a client of the identity provider. Found on first use, so that the web server starts before the
 * provider; a failure is tried again.
 */
export const foundOnFirstUse = (config: Config): (() => Promise<oidc.Configuration>) => {
  let found: oidc.Configuration | undefined
  return async () => {
    if (found) return found
    const authentication = oidc.PrivateKeyJwt(await importKey(config.clientKey))
    const plainHttp = config.issuer.protocol === 'http:' ? [oidc.allowInsecureRequests] : []
    const options = { execute: plainHttp, timeout: PATIENCE_SECONDS }
    found = await oidc.discovery(config.issuer, config.clientId, {}, authentication, options)
    return found
  }
}
