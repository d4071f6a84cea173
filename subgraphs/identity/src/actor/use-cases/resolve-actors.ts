import { osloDay } from '@kompetanse/calendar/day'
import { resolveAccount, type Resolved } from '../domain/resolve.ts'
import { findAccounts } from '../persistence/accounts.ts'

/**
 * Who subjects of the identity provider are, in their order; null for one who is unknown, or whose account or person is
 * out of use.
 */
export async function resolveActors(
  subjects: readonly string[],
  now: Date,
): Promise<readonly (Resolved | null)[]> {
  const accounts = await findAccounts(subjects, now)
  return subjects.map((subject) => {
    const account = accounts.get(subject)
    return account ? resolveAccount(account, osloDay(now)) : null
  })
}
