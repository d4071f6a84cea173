import { generateKeyPairSync, sign, type KeyObject } from 'node:crypto'

const base64url = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url')

/** What its tokens are good for. */
export const SCOPE = 'bench'

export interface KeyPair {
  readonly privateKey: KeyObject
  readonly privateJwk: string
  readonly publicJwk: string
}

export function newKeys(): KeyPair {
  const { privateKey, publicKey } = generateKeyPairSync('ed25519')
  const jwk = (key: KeyObject) =>
    JSON.stringify({ ...key.export({ format: 'jwk' }), alg: 'EdDSA', kid: 'bench' })
  return { privateKey, privateJwk: jwk(privateKey), publicJwk: jwk(publicKey) }
}

/** An access token as the issuer would give it. */
export function accessToken(
  key: KeyPair,
  claims: { issuer: string; audience: string; subject: string },
): string {
  const at = Math.floor(Date.now() / 1000)
  const header = base64url({ alg: 'EdDSA', typ: 'at+jwt', kid: 'bench' })
  const { issuer, audience, subject } = claims
  const body = base64url({ iss: issuer, aud: audience, sub: subject, scope: SCOPE, iat: at, exp: at + 3600 })
  const signature = sign(null, Buffer.from(`${header}.${body}`), key.privateKey)
  return `${header}.${body}.${signature.toString('base64url')}`
}
