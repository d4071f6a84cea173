import { calculateJwkThumbprint, importJWK, type CryptoKey, type JWK, type JWTHeaderParameters } from 'jose'
import { LRUCache } from 'lru-cache'
import type { ProofFault } from './fault.ts'

/** Thrown from within jose's verification, which calls back for the key. */
export class WrongKey extends Error {
  readonly fault: ProofFault

  constructor(fault: ProofFault) {
    super(fault)
    this.fault = fault
  }
}

interface Known {
  /** The proof's header as it was sent. The next proof of the same key mostly has the same. */
  readonly header: string
  readonly key: CryptoKey
}

const MAX_KEPT = 10_000

async function readKey({ alg, jwk }: JWTHeaderParameters, jkt: string): Promise<CryptoKey> {
  const shown = (jwk ?? {}) as JWK
  const thumbprint = await calculateJwkThumbprint(shown).catch(() => null)
  if (thumbprint === null) throw new WrongKey('jwk')
  // Checked before any computation with a key that anybody may have made.
  if (thumbprint !== jkt) throw new WrongKey('jkt')
  const key = await importJWK({ ...shown, ext: true }, alg).catch(() => null)
  // A private key in a proof is one that is no longer secret.
  if (!key || key instanceof Uint8Array || key.type !== 'public') throw new WrongKey('jwk')
  return key
}

/** Finds the public key in a proof's header, and sees that it is the one that the token is bound to. */
export function createProofKeys() {
  const known = new LRUCache<string, Known>({ max: MAX_KEPT })
  return async (header: JWTHeaderParameters, text: string, jkt: string): Promise<CryptoKey> => {
    const found = known.get(jkt)
    if (found?.header === text) return found.key
    const key = await readKey(header, jkt)
    known.set(jkt, { header: text, key })
    return key
  }
}
