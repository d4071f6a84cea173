import { UNVERIFIED, unverifiedIn, type GraphContext } from '@kompetanse/graph'
import { pool } from '../../database.ts'
import type { Conversation } from '../../generated/db/client.ts'

const find = unverifiedIn<'Conversation'>('conversation', pool)
export type Decided = Pick<Conversation, 'id' | 'status'>

/** Whether it is finalised otherwise than its record says. */
export const isUnverified = async ({ id, status }: Decided, context: GraphContext): Promise<boolean> =>
  status === 'FINALISED' && (await find(id, context))

/** The status as it is shown. */
export const shownStatus = async (row: Decided, context: GraphContext) =>
  (await isUnverified(row, context)) ? UNVERIFIED : row.status
