import type { Actor, Grant, OpenRecord } from '@kompetanse/schema/actor-token'
import type { RegionCode } from '@kompetanse/schema/regions'
import { brandId, type IdLike } from '@kompetanse/schema/ids'
import { ROLES, type Role } from '@kompetanse/schema/roles'

export const aPerson = (personId: IdLike<'Person'>, rest: Partial<Actor> = {}): Actor => ({
  kind: 'person',
  personId: brandId(personId),
  trainee: false,
  grants: [],
  ...rest,
})

/** Makes of a person who holds an office, of the nation unless a scope is said, and may have opened records. */
export const officeOf =
  (personId: IdLike<'Person'>) =>
  (role: Grant['role'], scope: Partial<Place> = {}, openRecords?: readonly OpenRecord[]): Actor =>
    aPerson(personId, {
      grants: [{ role, regionCode: null, enterpriseId: null, ...(scope as Partial<Grant>) }],
      ...(openRecords && { openRecords }),
    })

export interface Place {
  readonly enterpriseId: IdLike<'Enterprise'> | null
  readonly regionCode: RegionCode | null
}

const SCOPE: Readonly<Record<Role, (place: Place) => Partial<Place>>> = {
  LOCAL_ADMIN: ({ enterpriseId }) => ({ enterpriseId }),
  REGIONAL_ADMIN: ({ regionCode }) => ({ regionCode }),
  SUPPORT: () => ({}),
  DIRECTORATE: () => ({}),
}

/** Rows of a table of readers: who holds each role there is, for that place, and what they read. */
export const officeReaders = <Reads>(
  personId: IdLike<'Person'>,
  place: Place,
  reads: Readonly<Record<Role, Reads>>,
  openRecords?: readonly OpenRecord[],
): Record<string, readonly [Actor, Reads]> =>
  Object.fromEntries(
    ROLES.map((role) => [
      openRecords ? `${role}, who opened it` : role,
      [officeOf(personId)(role, SCOPE[role](place), openRecords), reads[role]] as const,
    ]),
  )
