import { accepted, refused, type Decision } from '@kompetanse/command/decision'
import { fits, type Candidate } from '@kompetanse/directory/choosing'
import type { Day } from '@kompetanse/calendar/day'
import { endsBefore, overlaps, type Days } from '@kompetanse/calendar/period'
import type { Id } from '@kompetanse/schema/ids'
import type { RegionCode } from '@kompetanse/schema/regions'
import type { Role } from '@kompetanse/schema/roles'
import { administers, type Authority } from '../../authority/domain/authority.ts'
import { isFarAhead } from '../../authority/domain/far-ahead.ts'
import type { IdentityRefusal } from '../../authority/domain/refusal.ts'

/** What a role is limited to. A local administrator has an enterprise, a regional one a region, others neither. */
export interface Scope {
  readonly role: Role
  readonly regionCode: RegionCode | null
  readonly enterprise: { readonly id: Id<'Enterprise'>; readonly regionCode: RegionCode } | null
}

export interface RoleGrant {
  readonly id: Id<'RoleGrant'>
  readonly personId: Id<'Person'>
  readonly validTo: Day | null
  readonly revoked: boolean
}

export const scopeFitsRole = ({ role, regionCode, enterprise }: Scope): boolean =>
  (role === 'LOCAL_ADMIN') === (enterprise !== null) && (role === 'REGIONAL_ADMIN') === (regionCode !== null)

/** F026: a role is given by the level above or by one's equal in the same place; national ones by the Directorate. */
export function mayGrant(authority: Authority, { role, regionCode, enterprise }: Scope): boolean {
  const national = authority.grants.some((grant) => grant.role === 'DIRECTORATE')
  if (role === 'LOCAL_ADMIN')
    return (
      enterprise !== null &&
      administers(authority, { enterpriseId: enterprise.id, regionCode: enterprise.regionCode })
    )
  if (role === 'REGIONAL_ADMIN')
    return (
      national ||
      authority.grants.some((grant) => grant.role === 'REGIONAL_ADMIN' && grant.regionCode === regionCode)
    )
  return national
}

/** The scopes, of those that the organisation has, in which the actor may give a role: what a form offers. */
export function grantableScopes(
  authority: Authority,
  places: {
    readonly regionCodes: readonly RegionCode[]
    readonly enterprises: readonly { readonly id: Id<'Enterprise'>; readonly regionCode: RegionCode }[]
  },
): Scope[] {
  const nowhere = { regionCode: null, enterprise: null }
  const all: Scope[] = [
    ...places.enterprises.map((enterprise) => ({ ...nowhere, role: 'LOCAL_ADMIN' as const, enterprise })),
    ...places.regionCodes.map((regionCode) => ({ ...nowhere, role: 'REGIONAL_ADMIN' as const, regionCode })),
    { ...nowhere, role: 'SUPPORT' },
    { ...nowhere, role: 'DIRECTORATE' },
  ]
  return all.filter((scope) => mayGrant(authority, scope))
}

export interface GrantRequest {
  readonly scope: Scope
  readonly person: Candidate
  readonly validFrom: Day
  readonly validTo: Day | null
  /** The person's grants of the same role and scope that have not been revoked. */
  readonly existing: readonly Days[]
}

/** Nobody gives oneself a role. Whether the scope fits the role comes first: who may give it is judged by the scope. */
export function decideGrant(
  { scope, person, validFrom, validTo, existing }: GrantRequest,
  { authority, today }: { authority: Authority; today: Day },
): Decision<object, IdentityRefusal> {
  if (!scopeFitsRole(scope)) return refused('SCOPE_INVALID')
  if (!mayGrant(authority, scope) || person.id === authority.personId) return refused('NOT_PERMITTED')
  if (!fits('ADMINISTRATOR', person, authority.personId)) return refused('PERSON_NOT_QUALIFIED')
  const isOver = validTo !== null && (validTo < validFrom || validTo < today)
  if (isOver || isFarAhead(validFrom, today)) return refused('PERIOD_INVALID')
  const isGiven = existing.some((other) => overlaps(other, { validFrom, validTo }))
  return isGiven ? refused('ALREADY_REGISTERED') : accepted({})
}

/** What revoking a role depends on. */
export interface Situation {
  readonly scope: Scope
  readonly authority: Authority
  readonly today: Day
}

export const mayRevoke = (grant: RoleGrant, { scope, authority, today }: Situation): boolean =>
  !grant.revoked && !endsBefore(grant, today) && mayGrant(authority, scope)

export const decideRevocation = (
  grant: RoleGrant,
  situation: Situation,
): Decision<object, IdentityRefusal> =>
  mayRevoke(grant, situation) ? accepted({}) : refused('NOT_PERMITTED')

export const GRANT_COMMANDS = ['REVOKE'] as const

/** What this actor can do with a role that was given. */
export const availableCommands = (grant: RoleGrant, situation: Situation) =>
  mayRevoke(grant, situation) ? GRANT_COMMANDS : []
