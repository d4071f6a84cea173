/** Opening a trainee's record for a reason and a time (B32): who may, and what a reason is. */
import { containsNationalId } from '@kompetanse/graph/national-id'
import type { Asker, Place } from './asker.ts'
import { rejected, type Rejected, type Role, ROLES } from './codes.ts'

/** How long a record stays open. */
export const OPEN_MINUTES = 60
/** Characters. */
export const SHORTEST_REASON = 10
const LONGEST_REASON = 500

export interface OpeningRequest {
  readonly trainee: { readonly id: string } & Place
  readonly reason: string | null
}

/** By which role the asker opens it: the narrowest that the trainee is in the scope of. Nobody opens their own. */
export function decideOpening(
  { trainee, reason }: OpeningRequest,
  asker: Asker,
): { readonly role: Role; readonly reason: string } | Rejected {
  const role = ROLES.find((each) =>
    asker.grants.some(
      (grant) =>
        grant.role === each &&
        (!grant.enterpriseId || grant.enterpriseId === trainee.enterpriseId) &&
        (!grant.regionCode || grant.regionCode === trainee.regionCode),
    ),
  )
  if (!role || trainee.id === asker.personId) return rejected('NOT_PERMITTED')
  if (reason === null || reason.length < SHORTEST_REASON || reason.length > LONGEST_REASON)
    return rejected('REASON_INVALID')
  return containsNationalId(reason) ? rejected('NATIONAL_ID_FOUND') : { role, reason }
}
