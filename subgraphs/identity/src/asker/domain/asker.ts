import type { Actor, Grant } from '@kompetanse/schema/actor-token'
import type { Id } from '@kompetanse/schema/ids'

/** Who asks, with what counts for permissions today. */
export interface Asker {
  readonly personId: Id<'Person'>
  /** The leaders whose rights the asker has today: the asker, and those whom the asker is deputy for (F012). */
  readonly leadsAs: ReadonlySet<Id<'Person'>>
  readonly grants: readonly Grant[]
}

/** A place in the organisation, as far as permissions need it. */
export interface Place {
  readonly enterpriseId: Id<'Enterprise'>
  readonly regionCode: string
}

export const askerOf = (actor: Actor, leadsAs: ReadonlySet<Id<'Person'>>): Asker => ({
  personId: actor.personId,
  leadsAs,
  grants: actor.grants,
})

/** F026: a local administrator has one enterprise, a regional one all of a region. */
export const administers = (asker: Asker, place: Place | null): boolean =>
  place !== null &&
  asker.grants.some(
    ({ role, enterpriseId, regionCode }) =>
      (role === 'LOCAL_ADMIN' && enterpriseId === place.enterpriseId) ||
      (role === 'REGIONAL_ADMIN' && regionCode === place.regionCode),
  )
