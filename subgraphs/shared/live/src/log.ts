/**
 * Reads a log of events in an order in which none is overtaken.
 *
 * A plain sequence would not do: a lower number can commit after a higher one was delivered, and would be lost.
 * So events are ordered by their transaction, and read only up to the horizon: the oldest transaction that still
 * runs. Below it everything is committed or gone, so nothing can appear there any more.
 */
import type pg from 'pg'
import { before, isAfter, type Position } from './cursor.ts'

export type Database = Pick<pg.Pool, 'query'>

/** A row as the driver gives it. */
export type Row = Readonly<Record<string, unknown>>

/** How the events of a log are written down. */
export interface LogTable<Event> {
  /** Has `id bigserial`, `xid xid8 DEFAULT pg_current_xact_id()`, `at timestamptz DEFAULT now()` and an index on (xid, id). */
  readonly table: string
  /** What else `toEvent` needs of a row. */
  readonly columns: readonly string[]
  readonly toEvent: (row: Row) => Event
}

export interface Logged<Event> extends Position {
  readonly event: Event
}

export interface Page<Event> {
  readonly events: readonly Logged<Event>[]
  /** Committed events lie beyond the horizon: ask again soon, nobody will tell when they come below it. */
  readonly lagging: boolean
}

type Read = Row & { readonly xid: string; readonly id: string; readonly ready: boolean }

const PAGE = 500
const PRUNABLE = `at < now() - interval '24 hours'`
const HORIZON = 'pg_snapshot_xmin(pg_current_snapshot())'

/**
 * The present position of all logs. Ask before reading a list: what the list already shows may come again, and nothing
 * that it does not show is left out.
 */
export async function currentPosition(db: Database): Promise<Position> {
  const { rows } = await db.query<{ horizon: string }>(`SELECT ${HORIZON}::text AS horizon`)
  return before(BigInt((rows[0] as { horizon: string }).horizon))
}

/** The next events after a place, at most a page of them. */
export async function readAfter<Event>(
  db: Database,
  { table, columns, toEvent }: LogTable<Event>,
  after: Position,
): Promise<Page<Event>> {
  const { rows } = await db.query<Read>(
    `SELECT xid::text, id::text, ${columns.join(', ')}, xid < ${HORIZON} AS ready
     FROM ${table} WHERE (xid, id) > ($1::text::xid8, $2::bigint) ORDER BY ${table}.xid, ${table}.id LIMIT ${PAGE}`,
    [after.xid.toString(), after.id.toString()],
  )
  const events = rows
    .filter(({ ready }) => ready)
    .map((row) => ({ xid: BigInt(row.xid), id: BigInt(row.id), event: toEvent(row) }))
  return { events, lagging: events.length < rows.length || rows.length === PAGE }
}

/**
 * Whether events after this place may have been pruned. Pruning leaves the newest event that it could have taken: the
 * oldest one that is left tells how far it went, and is older than what is kept. If it is not, nothing was ever
 * pruned. (Numbers do not tell: the first number may be a later transaction's, or of one that was rolled back.)
 */
export async function isTooOld(db: Database, table: string, after: Position): Promise<boolean> {
  const { rows } = await db.query<{ xid: string; id: string; prunable: boolean }>(
    `SELECT xid::text, id::text, ${PRUNABLE} AS prunable
     FROM ${table} ORDER BY ${table}.xid, ${table}.id LIMIT 1`,
  )
  const [oldest] = rows
  return !!oldest?.prunable && isAfter({ xid: BigInt(oldest.xid), id: BigInt(oldest.id) }, after)
}

/** Forgets what is older than a day, but the newest of it. While another process does so, nothing is done here. */
export async function prune(db: Database, table: string): Promise<void> {
  await db.query(
    `WITH turn AS MATERIALIZED (
       SELECT pg_try_advisory_xact_lock(hashtext('prune ' || current_schema()), hashtext($1)) AS mine)
     DELETE FROM ${table} WHERE (SELECT mine FROM turn) AND (xid, id) < (
       SELECT xid, id FROM ${table} WHERE ${PRUNABLE} ORDER BY xid DESC, id DESC LIMIT 1)`,
    [table],
  )
}
