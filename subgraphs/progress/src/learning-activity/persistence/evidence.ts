import { evidenceOf, UNVERIFIED, type GraphContext } from '@kompetanse/graph'
import { pool } from '../../database.ts'
import type { LearningActivity } from '../../generated/db/client.ts'
import type { ActivityStatus } from '../domain/activity.ts'
import { statusOn } from './status.ts'

type Decided = Pick<LearningActivity, 'id' | 'status'>

export const { isUnverified } = evidenceOf<Decided>('learning_activity', pool, ['SIGNED', 'REJECTED'])

/** The status as clients see it; what was signed may have lapsed since. */
export async function shownStatus(
  row: Pick<LearningActivity, 'id' | 'status' | 'validUntil'>,
  context: GraphContext,
): Promise<ActivityStatus | typeof UNVERIFIED> {
  return (await isUnverified(row, context)) ? UNVERIFIED : statusOn(row, context.now)
}
