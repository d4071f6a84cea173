import type { Actor, Grant, OpenRecord } from '@kompetanse/schema/actor-token'
import { ROLES, type Role } from '@kompetanse/schema/roles'

export const aPerson = (personId: string, rest: Partial<Actor> = {}): Actor => ({
  kind: 'person',
  personId,
  trainee: false,
  grants: [],
  ...rest,
})

/** Makes of a person who holds an office, of the nation unless a scope is said, and may have opened records. */
export const officeOf =
  (personId: string) =>
  (role: Grant['role'], scope: Partial<Grant> = {}, openRecords?: readonly OpenRecord[]): Actor =>
    aPerson(personId, {
      grants: [{ role, regionCode: null, enterpriseId: null, ...scope }],
      ...(openRecords && { openRecords }),
    })

export interface Place {
  readonly enterpriseId: string | null
  readonly regionCode: string | null
}

const SCOPE: Readonly<Record<Role, (place: Place) => Partial<Grant>>> = {
  LOCAL_ADMIN: ({ enterpriseId }) => ({ enterpriseId }),
  REGIONAL_ADMIN: ({ regionCode }) => ({ regionCode }),
  SUPPORT: () => ({}),
  DIRECTORATE: () => ({}),
}

/** Rows of a table of readers: who holds each role there is, for that place, and what they read. */
export const officeReaders = <Reads>(
  personId: string,
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
