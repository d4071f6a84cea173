import { UNVERIFIED, unverifiedIn, type GraphContext } from '@kompetanse/graph'
import { pool } from '../../database.ts'
import type { LearningActivity } from '../../generated/db/client.ts'
import type { ActivityStatus } from '../domain/activity.ts'
import { statusOn } from './status.ts'

const find = unverifiedIn<'LearningActivity'>('learning_activity', pool)

/** Whether somebody decided on it, and its record does not bear that out. */
export const isUnverified = async (
  { id, status }: Pick<LearningActivity, 'id' | 'status'>,
  context: GraphContext,
): Promise<boolean> => (status === 'SIGNED' || status === 'REJECTED') && (await find(id, context))

/** The status as it is shown. */
export async function shownStatus(
  row: Pick<LearningActivity, 'id' | 'status' | 'validUntil'>,
  context: GraphContext,
): Promise<ActivityStatus | typeof UNVERIFIED> {
  return (await isUnverified(row, context)) ? UNVERIFIED : statusOn(row, context.now)
}
