import { hash } from 'node:crypto'
import { LRUCache } from 'lru-cache'
import { createRemoteJWKSet, errors, jwtVerify, type JWTVerifyGetKey } from 'jose'
import { refuse, type Refusal } from '../errors/refusal.ts'
import type { MaySend } from '../operation/operation-run.ts'
import { ALGORITHMS, DPOP_ALGORITHMS } from './proof/algorithms.ts'

export interface BearerOptions {
  readonly issuer: string
  readonly audience: string
  readonly jwksUrl: string
  /** What a token must be good for, besides: one that the same issuer gave for something else opens nothing here. */
  readonly scope: string
  /** What one must be good for whose client may write operations of its own. */
  readonly textScope: string
}

export interface VerifiedBearer {
  readonly kind: 'bearer'
  readonly subject: string
  /** Milliseconds since the epoch. */
  readonly expiresAt: number
  /**
   * Thumbprint of the key that the token is bound to (RFC 9449 § 6.1); undefined for a token that any holder may use.
   */
  readonly jkt: string | undefined
  /**
   * Identifies the session, which a logout ends: the key that the token is bound to, since each session has one of its
   * own, or else the token itself.
   */
  readonly credential: string
  readonly maySend: MaySend
}

type VerifyBearer = (token: string) => VerifiedBearer | Refusal | Promise<VerifiedBearer | Refusal>

const MAX_KEPT = 10_000
/** OpenID Connect Core § 2: a subject has at most so many. */
const MOST_SUBJECT = 255

const CHALLENGES = `Bearer error="invalid_token", DPoP error="invalid_token", ${DPOP_ALGORITHMS}`

export const invalidToken = (message = 'The access token is missing or not valid.'): Refusal =>
  refuse(401, 'UNAUTHENTICATED', message, { 'www-authenticate': CHALLENGES })

const insufficientScope = (scope: string): Refusal => {
  const fault = `error="insufficient_scope", scope="${scope}"`
  return refuse(403, 'INSUFFICIENT_SCOPE', `The access token lacks the scope ${scope}.`, {
    'www-authenticate': `Bearer ${fault}, DPoP ${fault}, ${DPOP_ALGORITHMS}`,
  })
}

/** RFC 9068 § 2.2.3 has scopes as one string separated by spaces; HelseID sends a list. */
function hasScope(claim: unknown, scope: string): boolean {
  const scopes: unknown[] = typeof claim === 'string' ? claim.split(' ') : Array.isArray(claim) ? claim : []
  return scopes.includes(scope)
}

/** RFC 7519 § 4.1.2: a string. PostgreSQL stores neither NUL nor lone surrogates, so no person has such a subject. */
const isSubject = (sub: unknown): sub is string =>
  typeof sub === 'string' &&
  sub !== '' &&
  sub.length <= MOST_SUBJECT &&
  sub.isWellFormed() &&
  !sub.includes('\0')

/** Whether the issuer's keys could not be fetched, which is no fault of the token. */
const isIssuerFault = (error: unknown) =>
  error instanceof errors.JWKSTimeout ||
  (error instanceof errors.JOSEError && error.code === 'ERR_JOSE_GENERIC') ||
  !(error instanceof errors.JOSEError)

async function verify(token: string, key: JWTVerifyGetKey, options: BearerOptions) {
  const { issuer, audience, scope, textScope } = options
  try {
    const { payload } = await jwtVerify(token, key, {
      issuer,
      audience,
      algorithms: ALGORITHMS,
      typ: 'at+jwt',
      requiredClaims: ['sub', 'exp'],
    })
    const { sub, exp = 0, cnf } = payload
    if (!isSubject(sub)) return invalidToken('The access token is of nobody who can be known here.')
    const jkt = (cnf as { jkt?: unknown } | undefined)?.jkt
    if (cnf !== undefined && typeof jkt !== 'string')
      return invalidToken('The access token is bound in a way that is not known here.')
    if (!hasScope(payload['scope'], scope)) return insufficientScope(scope)
    const maySend: MaySend = hasScope(payload['scope'], textScope) ? 'anything' : 'registered'
    const bearer = { kind: 'bearer', subject: sub, expiresAt: exp * 1000, maySend } as const
    if (typeof jkt === 'string') return { ...bearer, jkt, credential: jkt }
    return { ...bearer, jkt: undefined, credential: hash('sha256', token, 'base64url') }
  } catch (error) {
    if (isIssuerFault(error))
      return refuse(503, 'ISSUER_UNAVAILABLE', 'The access token cannot be verified now.')
    return invalidToken()
  }
}

/** Verifies access tokens by the issuer's keys; a token that was verified once is known until it expires. */
export function createVerifyBearer(options: BearerOptions): VerifyBearer {
  const keys = createRemoteJWKSet(new URL(options.jwksUrl))
  const known = new LRUCache<string, VerifiedBearer>({ max: MAX_KEPT })
  const remember = (token: string, bearer: VerifiedBearer) => {
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
