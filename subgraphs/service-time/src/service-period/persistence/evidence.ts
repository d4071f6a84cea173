import { UNVERIFIED, unverifiedIn, type GraphContext } from '@kompetanse/graph'
import { pool } from '../../database.ts'
import type { ServicePeriod } from '../../generated/db/client.ts'

const find = unverifiedIn<'ServicePeriod'>('service_period', pool)
type Decided = Pick<ServicePeriod, 'id' | 'status'>

/** Whether somebody decided on it, and its record does not bear that out. */
export const isUnverified = async ({ id, status }: Decided, context: GraphContext): Promise<boolean> =>
  (status === 'SIGNED' || status === 'REJECTED') && (await find(id, context))

/** The status as it is shown. */
export const shownStatus = async (row: Decided, context: GraphContext) =>
  (await isUnverified(row, context)) ? UNVERIFIED : row.status
