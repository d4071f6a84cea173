/** How tokens and proofs may be signed: what HelseID and its clients use. Never by a shared secret, never not at all. */
export const ALGORITHMS = [
  'RS256',
  'PS256',
  'ES256',
  'EdDSA',
  'RS384',
  'PS384',
  'ES384',
  'RS512',
  'PS512',
  'ES512',
]

/** The same as a part of WWW-Authenticate. */
export const DPOP_ALGORITHMS = `algs="${ALGORITHMS.join(' ')}"`
