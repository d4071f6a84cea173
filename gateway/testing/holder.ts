import { hash } from 'node:crypto'
import { calculateJwkThumbprint, exportJWK, generateKeyPair, SignJWT, type CryptoKey, type JWK } from 'jose'

/** What a test makes different from a proof of which nothing is wrong; undefined leaves a claim out. */
export interface Changes {
  readonly claims?: Record<string, unknown>
  readonly header?: Record<string, unknown>
  /** Signs in place of the holder's. */
  readonly key?: CryptoKey
}

/** A holder of a key, who can make proofs. */
export interface Holder {
  /** The claim of a token that is bound to the key. */
  readonly cnf: { readonly jkt: string }
  readonly publicJwk: JWK
  readonly privateJwk: JWK
  proof(token: string, address: string, changes?: Changes): Promise<string>
}

export async function aHolder(alg = 'ES256'): Promise<Holder> {
  const { publicKey, privateKey } = await generateKeyPair(alg, { extractable: true })
  const publicJwk = await exportJWK(publicKey)
  return {
    cnf: { jkt: await calculateJwkThumbprint(publicJwk) },
    publicJwk,
    privateJwk: await exportJWK(privateKey),
    proof(token, address, { claims, header, key = privateKey } = {}) {
      const payload = {
        htm: address.startsWith('ws') ? 'GET' : 'POST',
        htu: address,
        ath: hash('sha256', token, 'base64url'),
        iat: Math.floor(Date.now() / 1000),
        jti: crypto.randomUUID(),
        ...claims,
      }
      return new SignJWT(payload)
        .setProtectedHeader({ alg, typ: 'dpop+jwt', jwk: publicJwk, ...header })
        .sign(key)
    },
  }
}
