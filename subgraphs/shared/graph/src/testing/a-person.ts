import type { Actor, Grant, OpenRecord } from '@kompetanse/schema/actor-token'

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
