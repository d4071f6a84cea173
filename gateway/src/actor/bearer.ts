import { createRemoteJWKSet, errors, jwtVerify, type JWTVerifyGetKey } from 'jose'
import { refuse, type Refusal } from '../errors/refusal.ts'

export interface BearerOptions {
  readonly issuer: string
  readonly audience: string
  readonly jwksUrl: string
}

export interface VerifiedBearer {
  readonly kind: 'bearer'
  readonly subject: string
  /** Milliseconds since the epoch. */
  readonly expiresAt: number
}

export type VerifyBearer = (token: string) => VerifiedBearer | Refusal | Promise<VerifiedBearer | Refusal>

const ALGORITHMS = ['RS256', 'PS256', 'ES256', 'EdDSA', 'RS384', 'PS384', 'ES384', 'RS512', 'PS512', 'ES512']
const MAX_KEPT = 10_000

export const invalidToken = (message = 'The access token is missing or not valid.'): Refusal =>
  refuse(401, 'UNAUTHENTICATED', message, { 'www-authenticate': 'Bearer error="invalid_token"' })

/** The issuer may be away: that says nothing about the token. */
const isIssuerFault = (error: unknown) =>
  error instanceof errors.JWKSTimeout ||
  (error instanceof errors.JOSEError && error.code === 'ERR_JOSE_GENERIC') ||
  !(error instanceof errors.JOSEError)

async function verify(token: string, key: JWTVerifyGetKey, { issuer, audience }: BearerOptions) {
  try {
    const { payload } = await jwtVerify(token, key, {
      issuer,
      audience,
      algorithms: ALGORITHMS,
      typ: 'at+jwt',
      requiredClaims: ['sub', 'exp'],
    })
    return { kind: 'bearer', subject: payload.sub ?? '', expiresAt: (payload.exp ?? 0) * 1000 } as const
  } catch (error) {
    if (isIssuerFault(error))
      return refuse(503, 'ISSUER_UNAVAILABLE', 'The access token cannot be verified now.')
    return invalidToken()
  }
}

/** Verifies access tokens by the issuer's keys; a token that was verified once is known until it expires. */
export function createVerifyBearer(options: BearerOptions): VerifyBearer {
  const keys = createRemoteJWKSet(new URL(options.jwksUrl))
  const known = new Map<string, VerifiedBearer>()
  const remember = (token: string, bearer: VerifiedBearer) => {
    for (const oldest of known.keys()) {
      if (known.size < MAX_KEPT) break
      known.delete(oldest)
    }
    known.set(token, bearer)
    return bearer
  }
  return (token) => {
    const bearer = known.get(token)
    if (!bearer)
      return verify(token, keys, options).then((v) => (v.kind === 'bearer' ? remember(token, v) : v))
    if (bearer.expiresAt > Date.now()) return bearer
    known.delete(token)
    return invalidToken('The access token has expired.')
  }
}
