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

/** Which rows of `table` differ from their record, by its view `<table>_evidence`: one query a request, logged. */
const unverifiedIn = (table: string, pool: Queries) =>
  batched<Id<IdKind>, true>(async (ids) => {
    const sql = `SELECT id FROM ${table}_evidence WHERE id = ANY($1::uuid[]) AND NOT stands`
    const { rows } = await pool.query(sql, [ids])
    for (const { id } of rows) logger.error({ table, id }, 'what is signed does not stand as recorded')
    return new Map(rows.map(({ id }) => [id, true]))
  })

interface Signable {
  readonly id: Id<IdKind>
  readonly status: string
}

/** Compares rows of `table` with the record of what was signed. Only a status in `decided` is given by a signature. */
export function evidenceOf<Row extends Signable>(
  table: string,
  pool: Queries,
  decided: readonly Row['status'][],
) {
  const find = unverifiedIn(table, pool)
  const isUnverified = async ({ id, status }: Row, context: GraphContext): Promise<boolean> =>
    decided.includes(status) && ((await find(id, context)) ?? false)
  /** The row's status as clients see it. */
  const shownStatus = async (row: Row, context: GraphContext): Promise<Row['status'] | typeof UNVERIFIED> =>
    (await isUnverified(row, context)) ? UNVERIFIED : row.status
  return { isUnverified, shownStatus }
}
