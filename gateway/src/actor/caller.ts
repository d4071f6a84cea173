import { refuse, type Refusal } from '../errors/refusal.ts'
import { DPOP_ALGORITHMS } from './proof/algorithms.ts'
import { createVerifyBearer, invalidToken, type BearerOptions, type VerifiedBearer } from './bearer.ts'
import { createVerifyProof, type ProofOptions } from './proof/verify-proof.ts'
import type { Shown } from './proof/shown.ts'

export interface CallerOptions extends BearerOptions, ProofOptions {
  /** Whether a token must be bound to a key. Otherwise one that is not is taken as Bearer. */
  readonly requireDpop: boolean
}

/** Verifies what a caller shows. Answers at once for a token that is known and bound to nothing. */
export type VerifyCaller = (shown: Shown) => VerifiedBearer | Refusal | Promise<VerifiedBearer | Refusal>

const BEARER = /^Bearer +([\w.~+/-]+=*)$/i
const DPOP = /^DPoP +([\w.~+/-]+=*)$/i

const proofNeeded = () =>
  refuse(401, 'DPOP_REQUIRED', 'Send an access token that is bound to a key, as DPoP and with a proof.', {
    'www-authenticate': `DPoP error="invalid_token", ${DPOP_ALGORITHMS}`,
  })

/**
 * A token that is bound to a key (`cnf.jkt`) is taken with a proof of that key and never without; any other as Bearer,
 * unless bound ones are required.
 */
export function createVerifyCaller(options: CallerOptions): VerifyCaller {
  const verifyToken = createVerifyBearer(options)
  const verifyProof = createVerifyProof(options)

  const asBearer = (verified: VerifiedBearer | Refusal) =>
    verified.kind === 'bearer' && (verified.jkt !== undefined || options.requireDpop)
      ? proofNeeded()
      : verified

  async function withProof(token: string, shown: Shown) {
    const verified = await verifyToken(token)
    if (verified.kind === 'refused') return verified
    if (verified.jkt === undefined) return invalidToken('The access token is not bound to a key.')
    return (await verifyProof(shown, token, verified.jkt)) ?? verified
  }

  return (shown) => {
    const bearer = BEARER.exec(shown.authorization ?? '')?.[1]
    if (bearer) {
      const verified = verifyToken(bearer)
      return verified instanceof Promise ? verified.then(asBearer) : asBearer(verified)
    }
    const token = DPOP.exec(shown.authorization ?? '')?.[1]
    return token ? withProof(token, shown) : invalidToken()
  }
}
