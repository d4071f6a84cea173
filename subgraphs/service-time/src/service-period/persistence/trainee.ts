import type { Tx } from '../../database.ts'
import type { Details } from '../domain/details.ts'
import type { Held } from '../domain/overlap.ts'
import { heldOf } from './details.ts'

/**
 * Lets one command at a time state periods of a trainee, until the transaction ends: whether positions overlap is
 * judged on what is saved beside. Two keys, since the locks of migrations take one.
 */
export const lockTrainee = (tx: Tx, traineeId: string) =>
  tx.$executeRaw`SELECT pg_advisory_xact_lock(31, hashtext(${traineeId}))`

/** The trainee's periods beside this one. */
export async function othersOf(tx: Tx, traineeId: string, but: string | null): Promise<readonly Held[]> {
  const rows = await tx.servicePeriod.findMany({
    where: { traineeId, removedAt: null, ...(but && { id: { not: but } }) },
    select: { share: true, startsOn: true, endsOn: true },
  })
  return rows.map(heldOf)
}

/** The details with the enterprise's own name, when the portal knows it; null when the id names none. */
export async function withEnterprise(tx: Tx, details: Details): Promise<Details | null> {
  const { enterpriseId } = details
  if (enterpriseId === null) return details
  const known = await tx.person.findFirst({
    where: { enterpriseId },
    select: { enterpriseName: true },
  })
  return known ? { ...details, enterpriseName: known.enterpriseName ?? '' } : null
}
