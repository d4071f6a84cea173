/** Opening a trainee's record for a reason and a time (B32): who may, and what a reason is. */
import { accepted, refused, type Decision } from '@kompetanse/command/decision'
import { containsNationalId } from '@kompetanse/graph/national-id'
import { hasWord, seen } from '@kompetanse/graph/seen'
import type { Id } from '@kompetanse/schema/ids'
import { ROLES, type Role } from '@kompetanse/schema/roles'
import type { Authority, Place } from '../../authority/domain/authority.ts'
import type { IdentityRefusal } from '../../authority/domain/refusal.ts'

/** How long a record stays open. */
export const OPEN_MINUTES = 60
/** Trainees whose records one has open at a time: all of them are carried in a header of each request to a subgraph. */
export const MOST_OPEN = 30
/** Characters. */
export const SHORTEST_REASON = 10
const LONGEST_REASON = 500

export interface OpeningRequest {
  readonly trainee: { readonly id: Id<'Person'> } & Place
  readonly reason: string
}

/** By which role the actor opens it: the narrowest that the trainee is in the scope of. Nobody opens their own. */
export function decideOpening(
  { trainee, reason }: OpeningRequest,
  authority: Authority,
): Decision<{ readonly role: Role; readonly reason: string }, IdentityRefusal> {
  const role = ROLES.find((each) =>
    authority.grants.some(
      (grant) =>
        grant.role === each &&
        (!grant.enterpriseId || grant.enterpriseId === trainee.enterpriseId) &&
        (!grant.regionCode || grant.regionCode === trainee.regionCode),
    ),
  )
  if (!role || trainee.id === authority.personId) return refused('NOT_PERMITTED')
  if (!isReason(reason)) return refused('REASON_INVALID')
  if (reason.length > LONGEST_REASON) return refused('TEXT_TOO_LONG')
  return containsNationalId(reason) ? refused('NATIONAL_ID_FOUND') : accepted({ role, reason })
}

/** Something to read, as long as it looks: not signs alone, nor what shows nothing. */
const isReason = (reason: string): boolean => hasWord(reason) && seen(reason).length >= SHORTEST_REASON

interface Running {
  readonly traineeId: Id<'Person'>
  readonly until: Date
}

/** The latest of each trainee, of openings that run. */
export function latestOfEach<Opening extends Running>(running: readonly Opening[]): readonly Opening[] {
  const byEnd = running.toSorted((one, other) => Number(one.until) - Number(other.until))
  return [...new Map(byEnd.map((opening) => [opening.traineeId, opening])).values()]
}

/** An opening that still runs is answered again, so that its trainee is notified once; null when none runs. */
export function decideAgain<Opening extends Running>(
  running: readonly Opening[],
  traineeId: Id<'Person'>,
): Decision<{ readonly had: Opening | null }, IdentityRefusal> {
  const open = latestOfEach(running)
  const had = open.find((opening) => opening.traineeId === traineeId)
  if (had) return accepted({ had })
  return open.length < MOST_OPEN ? accepted({ had: null }) : refused('TOO_MANY_OPEN')
}
