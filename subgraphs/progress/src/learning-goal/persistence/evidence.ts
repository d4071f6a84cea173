import { UNVERIFIED, unverifiedIn, type GraphContext } from '@kompetanse/graph'
import { pool } from '../../database.ts'
import type { LearningGoal } from '../../generated/db/client.ts'
import type { GoalStatus } from '../domain/goal.ts'

const find = unverifiedIn<'LearningGoal'>('learning_goal', pool)

/** Whether somebody decided on it, and its record does not bear that out. */
export const isUnverified = async (
  { id, status }: Pick<LearningGoal, 'id' | 'status'>,
  context: GraphContext,
): Promise<boolean> => (status === 'APPROVED' || status === 'REJECTED') && (await find(id, context))

/** The status as it is shown. */
export async function shownStatus(
  row: Pick<LearningGoal, 'id' | 'status'>,
  context: GraphContext,
): Promise<GoalStatus | typeof UNVERIFIED> {
  return (await isUnverified(row, context)) ? UNVERIFIED : row.status
}
