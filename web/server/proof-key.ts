import { generateKeyPair } from 'node:crypto'
import { promisify } from 'node:util'

/**
 * The key that one session's tokens are bound to (RFC 9449): without it they are of no use to anybody. It is made when
 * somebody sets out to sign in and lives, sealed, beside what it guards: in the attempt's cookie, then with the tokens.
 * So every web server can use it, also after a restart.
 */
export type ProofKey = { kty: 'EC'; crv: 'P-256'; x: string; y: string; d: string }

const generate = promisify(generateKeyPair)

export const newProofKey = async (): Promise<ProofKey> => {
  const { privateKey } = await generate('ec', { namedCurve: 'P-256' })
  return privateKey.export({ format: 'jwk' }) as ProofKey
}

/** The half that proofs show. */
export const publicHalf = ({ kty, crv, x, y }: ProofKey) => ({ kty, crv, x, y })

const CURVE = { name: 'ECDSA', namedCurve: 'P-256' }

/** The key as the OpenID Connect client takes it. */
export const toKeyPair = async (key: ProofKey): Promise<CryptoKeyPair> => {
  const [privateKey, publicKey] = await Promise.all([
    crypto.subtle.importKey('jwk', key, CURVE, false, ['sign']),
    crypto.subtle.importKey('jwk', publicHalf(key), CURVE, true, ['verify']),
  ])
  return { privateKey, publicKey }
}
