import { importJWK, jwtVerify, SignJWT, type CryptoKey, type JWK } from 'jose'
import { LRUCache } from 'lru-cache'
import { brandId, type Id } from './ids.ts'
import type { RegionCode } from './regions.ts'
import { ROLES, type Role } from './roles.ts'

/** The actor of a request, as every subgraph sees it. The gateway resolves it once; nothing else is trusted. */
export interface Actor {
  /** `gateway` is the gateway itself, when it requests actors from identity. */
  readonly kind: 'person' | 'machine' | 'gateway'
  /** uuid; empty for machines and the gateway. */
  readonly personId: Id<'Person'>
  /** Whether the person has a training record of their own; its id is the person's id. */
  readonly trainee: boolean
  /** Administrative roles in force today (F026). The training roles are relations, not grants. */
  readonly grants: readonly Grant[]
  /** The region that a machine client is limited to (B16). */
  readonly regionCode?: RegionCode
  /** Training records that the person has opened for a reason, each for a time (B32); left out when there is none. */
  readonly openRecords?: readonly OpenRecord[]
}

export interface OpenRecord {
  readonly traineeId: Id<'Person'>
  /** ISO 8601, UTC: from then on it is closed again. */
  readonly until: string
}

export interface Grant {
  readonly role: Role
  readonly regionCode: RegionCode | null
  readonly enterpriseId: Id<'Enterprise'> | null
}

export const ACTOR_HEADER = 'x-actor'
/** Seconds. Short, so that a leaked token is worth little and an ended grant soon stops counting. */
export const ACTOR_TOKEN_LIFETIME = 60

const ALGORITHM = 'EdDSA'
const AUDIENCE = 'subgraph'
type Key = CryptoKey | Uint8Array

export const importActorKey = (jwk: string): Promise<Key> => importJWK(JSON.parse(jwk) as JWK, ALGORITHM)

/** Signs an actor for one request to a subgraph. */
export function signActorToken(actor: Actor, key: Key): Promise<string> {
  const { personId, ...claims } = actor
  return new SignJWT(claims as Record<string, unknown>)
    .setProtectedHeader({ alg: ALGORITHM, typ: 'actor+jwt' })
    .setSubject(personId)
    .setAudience(AUDIENCE)
    .setIssuedAt()
    .setExpirationTime(`${ACTOR_TOKEN_LIFETIME}s`)
    .sign(key)
}

const KINDS: readonly Actor['kind'][] = ['person', 'machine', 'gateway']
const WANTED = {
  algorithms: [ALGORITHM],
  audience: AUDIENCE,
  typ: 'actor+jwt',
  requiredClaims: ['exp'],
  // The lifetime is limited here, whatever the signer wrote.
  maxTokenAge: ACTOR_TOKEN_LIFETIME,
  clockTolerance: 5,
}

interface Verified {
  readonly actor: Actor
  /** Milliseconds since the epoch: from then on it is refused. */
  readonly until: number
}

async function verify(token: string, key: Key): Promise<Verified | null> {
  try {
    const { payload } = await jwtVerify<Omit<Actor, 'personId'>>(token, key, WANTED)
    const { kind, trainee, grants = [], regionCode, openRecords, exp = 0, iat = 0 } = payload
    if (!KINDS.includes(kind) || (kind === 'person' && !payload.sub)) return null
    // A role of a newer gateway gives nothing here.
    const known = grants.filter(({ role }) => ROLES.includes(role))
    const actor = { kind, personId: brandId<'Person'>(payload.sub ?? ''), trainee, grants: known }
    const until = (Math.min(exp, iat + ACTOR_TOKEN_LIFETIME) + WANTED.clockTolerance) * 1000
    return {
      actor: { ...actor, ...(regionCode && { regionCode }), ...(openRecords && { openRecords }) },
      until,
    }
  } catch {
    return null
  }
}

/** The actor of a token, or null when it is missing, forged, expired or of another kind. */
export const verifyActorToken = async (token: string | undefined, key: Key): Promise<Actor | null> =>
  token ? ((await verify(token, key))?.actor ?? null) : null

const MAX_KEPT = 10_000

/** The same for a server: the gateway sends one token for many requests, so what was verified is known until it expires. */
export function createActorVerifier(key: Key): (token: string | undefined) => Promise<Actor | null> {
  const known = new LRUCache<string, Verified>({ max: MAX_KEPT })
  return async (token) => {
    if (!token) return null
    const had = known.get(token)
    if (had && Date.now() < had.until) return had.actor
    known.delete(token)
    const verified = await verify(token, key)
    if (!verified) return null
    known.set(token, verified)
    return verified.actor
  }
}
