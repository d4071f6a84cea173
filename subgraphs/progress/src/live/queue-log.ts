/**
 * Reads the log of queue events in an order in which none is overtaken.
 *
 * A plain sequence would not do: a lower number can commit after a higher one was delivered, and would be lost.
 * So events are ordered by their transaction, and read only up to the horizon: the oldest transaction that still
 * runs. Below it everything is committed or gone, so nothing can appear there any more.
 */
import type { pool as Pool } from '../database.ts'
import type { QueueKind, QueueTab } from '../generated/db/client.ts'
import { before, isAfter, type Position } from './cursor.ts'

type Database = Pick<typeof Pool, 'query'>

export interface LoggedEvent extends Position {
  readonly kind: QueueKind
  readonly subjectId: string
  readonly traineeId: string
  readonly before: { readonly personId: string; readonly tab: QueueTab } | null
  readonly after: { readonly personId: string; readonly tab: QueueTab } | null
}

interface Row {
  xid: string
  id: string
  kind: QueueKind
  subject_id: string
  trainee_id: string
  before_person_id: string | null
  before_tab: QueueTab | null
  after_person_id: string | null
  after_tab: QueueTab | null
}

const PRUNABLE = `at < now() - interval '24 hours'`
const HORIZON = 'pg_snapshot_xmin(pg_current_snapshot())'

/**
 * Where the log stands now. Ask before reading a list: what the list already shows may come again, and nothing
 * that it does not show is left out.
 */
export async function currentPosition(db: Database): Promise<Position> {
  const { rows } = await db.query<{ horizon: string }>(`SELECT ${HORIZON}::text AS horizon`)
  return before(BigInt((rows[0] as { horizon: string }).horizon))
}

export interface Page {
  readonly events: readonly LoggedEvent[]
  /** Committed events lie beyond the horizon: ask again soon, nobody will tell when they come below it. */
  readonly lagging: boolean
}

const PAGE = 500

/** The next events after a place, at most a page of them. */
export async function readAfter(db: Database, after: Position): Promise<Page> {
  const { rows } = await db.query<Row & { ready: boolean }>(
    `SELECT xid::text, id::text, kind, subject_id, trainee_id, before_person_id, before_tab, after_person_id,
       after_tab, xid < ${HORIZON} AS ready
     FROM queue_event WHERE (xid, id) > ($1::text::xid8, $2::bigint) ORDER BY queue_event.xid, queue_event.id LIMIT ${PAGE}`,
    [after.xid.toString(), after.id.toString()],
  )
  const events = rows.filter(({ ready }) => ready).map(toEvent)
  return { events, lagging: events.length < rows.length || rows.length === PAGE }
}

/**
 * Whether events after this place may have been pruned. Pruning leaves the newest event that it could have taken: the
 * oldest one that is left tells how far it went, and is older than what is kept. If it is not, nothing was ever
 * pruned. (Numbers do not tell: the first number may be a later transaction's, or of one that was rolled back.)
 */
export async function isTooOld(db: Database, after: Position): Promise<boolean> {
  const { rows } = await db.query<{ xid: string; id: string; prunable: boolean }>(
    `SELECT xid::text, id::text, ${PRUNABLE} AS prunable
     FROM queue_event ORDER BY queue_event.xid, queue_event.id LIMIT 1`,
  )
  const [oldest] = rows
  return !!oldest?.prunable && isAfter({ xid: BigInt(oldest.xid), id: BigInt(oldest.id) }, after)
}

/** Forgets what is older than a day, but the newest of it. */
export async function prune(db: Database): Promise<void> {
  await db.query(
    `DELETE FROM queue_event WHERE (xid, id) < (
       SELECT xid, id FROM queue_event WHERE ${PRUNABLE} ORDER BY xid DESC, id DESC LIMIT 1)`,
  )
}

const toEvent = (row: Row): LoggedEvent => ({
  xid: BigInt(row.xid),
  id: BigInt(row.id),
  kind: row.kind,
  subjectId: row.subject_id,
  traineeId: row.trainee_id,
  before: place(row.before_person_id, row.before_tab),
  after: place(row.after_person_id, row.after_tab),
})

const place = (personId: string | null, tab: QueueTab | null) => (personId && tab ? { personId, tab } : null)
