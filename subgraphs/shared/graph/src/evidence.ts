import type { Id, IdKind } from '@kompetanse/schema/ids'
import { batched } from './batch.ts'
import type { GraphContext } from './context.ts'
import { logger } from './log.ts'

/** How a signed row reads that its record does not bear out: what is shown was not signed, or not so. */
export const UNVERIFIED = 'UNVERIFIED'

/** For each enum of a status that a signature gives. */
export const unverifiedValue = {
  [UNVERIFIED]: { description: 'Signed, but otherwise than its record says: it counts as no signature.' },
} as const

/** Those of the statuses wanted that are kept: no filter knows what is unverified. */
export const keptStatuses = <Status extends string>(wanted: readonly Status[]) =>
  wanted.filter((status): status is Exclude<Status, typeof UNVERIFIED> => status !== UNVERIFIED)

interface Queries {
  query(sql: string, values: unknown[]): Promise<{ rows: { id: Id<IdKind> }[] }>
}

/**
 * Whether a row of `table` that reads as decided differs from its record, by the table's view `<table>_evidence`. One
 * look-up for all of a request; what is found is logged.
 */
export function unverifiedIn<Of extends IdKind>(table: string, pool: Queries) {
  const find = batched<Id<IdKind>, true>(async (ids) => {
    const sql = `SELECT id FROM ${table}_evidence WHERE id = ANY($1::uuid[]) AND NOT stands`
    const { rows } = await pool.query(sql, [ids])
    for (const { id } of rows) logger.error({ table, id }, 'what is signed does not stand as recorded')
    return new Map(rows.map(({ id }) => [id, true]))
  })
  return async (id: Id<Of>, context: GraphContext): Promise<boolean> => (await find(id, context)) ?? false
}
