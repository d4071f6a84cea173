import { refuse, type Refusal } from '../../errors/refusal.ts'
import { DPOP_ALGORITHMS } from './algorithms.ts'

/** What is wrong with a proof, by the name of the part that is: RFC 9449 § 4.3. Closed. */
export type ProofFault =
  | 'missing'
  | 'malformed'
  | 'alg'
  | 'typ'
  | 'jwk'
  | 'jkt'
  | 'signature'
  | 'htm'
  | 'htu'
  | 'ath'
  | 'iat'
  | 'jti'
  | 'replayed'

export const refuseProof = (fault: ProofFault): Refusal =>
  refuse(401, 'DPOP_PROOF_INVALID', `The DPoP proof is not valid: ${fault}.`, {
    'www-authenticate': `DPoP error="invalid_dpop_proof", error_description="${fault}", ${DPOP_ALGORITHMS}`,
  })
