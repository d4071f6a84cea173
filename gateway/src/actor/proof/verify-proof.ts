import { hash } from 'node:crypto'
import { errors, jwtVerify } from 'jose'
import type { Refusal } from '../../errors/refusal.ts'
import { ALGORITHMS } from './algorithms.ts'
import type { Shown } from './shown.ts'
import { judgeClaims } from './claims.ts'
import { refuseProof, type ProofFault } from './fault.ts'
import { createProofKeys, WrongKey } from './proof-key.ts'
import { createReplays } from './replays.ts'

export interface ProofOptions {
  /** The addresses by which callers reach this gateway: a proof names one of them. */
  readonly publicUrls: readonly string[]
}

/** Null when the proof is good for this token, this key and this request, and was not used before. */
export type VerifyProof = (shown: Shown, token: string, jkt: string) => Promise<Refusal | null>

/** Longer than any proof with an RSA key of 4,096 bits. */
const MAX_LENGTH = 4_096

function faultOf(error: unknown): ProofFault {
  if (error instanceof WrongKey) return error.fault
  if (error instanceof errors.JOSEAlgNotAllowed) return 'alg'
  if (error instanceof errors.JWSSignatureVerificationFailed) return 'signature'
  if (error instanceof errors.JWTClaimValidationFailed && error.claim === 'typ') return 'typ'
  return 'malformed'
}

/** `{ http: […], ws: […] }`: each public address as requests and as sockets see it, without a slash at the end. */
function addressesOf(publicUrls: readonly string[]) {
  const http = publicUrls.map((url) => new URL(url).href.replace(/\/$/, ''))
  return { http, ws: http.map((url) => url.replace(/^http/, 'ws')) }
}

/** Verifies proofs of possession by RFC 9449 § 4.3. A key is read once, and each proof is good once. */
export function createVerifyProof({ publicUrls }: ProofOptions): VerifyProof {
  const bases = addressesOf(publicUrls)
  const keyOf = createProofKeys()
  const replays = createReplays()

  async function faultIn(
    proof: string,
    shown: Shown,
    token: string,
    jkt: string,
  ): Promise<ProofFault | null> {
    const { payload } = await jwtVerify(proof, (header, jws) => keyOf(header, jws.protected ?? '', jkt), {
      algorithms: ALGORITHMS,
      typ: 'dpop+jwt',
    })
    const now = Date.now() / 1000
    const addresses = bases[shown.over].map((base) => base + shown.path)
    const tokenHash = hash('sha256', token, 'base64url')
    const claims = judgeClaims(payload, { method: shown.method, addresses, tokenHash, now })
    if (typeof claims === 'string') return claims
    const id = hash('sha256', `${jkt}.${claims.jti}`, 'base64url')
    return replays.isFirst(id, claims.iat, now) ? null : 'replayed'
  }

  return async (shown, token, jkt) => {
    const { proof } = shown
    if (!proof) return refuseProof('missing')
    if (proof.length > MAX_LENGTH) return refuseProof('malformed')
    const fault = await faultIn(proof, shown, token, jkt).catch(faultOf)
    return fault && refuseProof(fault)
  }
}
