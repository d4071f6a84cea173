import { today } from '@kompetanse/calendar/day'
import type { ActivityStatus as StoredStatus, Prisma } from '../../generated/db/client.ts'
import type { ActivityStatus } from '../domain/activity.ts'

interface StatusRow {
  readonly status: StoredStatus
  readonly validUntil: Date | null
}

/** The status of a row as it reads now: what counted until yesterday has lapsed. */
export const statusOn = ({ status, validUntil }: StatusRow, now: Date): ActivityStatus =>
  validUntil !== null && validUntil < today(now) ? 'LAPSED' : status

/** Where-fragment of the activities that read as one of these now. */
export function withStatus(wanted: readonly ActivityStatus[], now: Date): Prisma.LearningActivityWhereInput {
  const stored = wanted.filter((status) => status !== 'LAPSED')
  const counts = { OR: [{ validUntil: null }, { validUntil: { gte: today(now) } }] }
  const lapsed = wanted.includes('LAPSED') ? [{ validUntil: { lt: today(now) } }] : []
  return { OR: [{ status: { in: stored }, ...counts }, ...lapsed] }
}
