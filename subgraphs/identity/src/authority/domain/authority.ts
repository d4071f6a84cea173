import type { Actor, Grant } from '@kompetanse/schema/actor-token'
import type { Id } from '@kompetanse/schema/ids'
import type { RegionCode } from '@kompetanse/schema/regions'

/** What permissions of the actor rest on today. */
export interface Authority {
  readonly personId: Id<'Person'>
  /** The leaders whose rights the actor has today: the actor, and those whom the actor is deputy for (F012). */
  readonly leadsAs: ReadonlySet<Id<'Person'>>
  readonly grants: readonly Grant[]
}

/** A place in the organisation, as far as permissions need it. */
export interface Place {
  readonly enterpriseId: Id<'Enterprise'>
  readonly regionCode: RegionCode
}

export const authorityOf = (actor: Actor, leadsAs: ReadonlySet<Id<'Person'>>): Authority => ({
  personId: actor.personId,
  leadsAs,
  grants: actor.grants,
})

/** F026: a local administrator has one enterprise, a regional one all of a region. */
export const administers = (authority: Authority, place: Place | null): boolean =>
  place !== null &&
  authority.grants.some(
    ({ role, enterpriseId, regionCode }) =>
      (role === 'LOCAL_ADMIN' && enterpriseId === place.enterpriseId) ||
      (role === 'REGIONAL_ADMIN' && regionCode === place.regionCode),
  )
