import type { QueueRow } from './row.ts'

export type Grouping = 'trainee' | 'age'
export type AgeBand = 'late' | 'soon' | 'fresh'
export type Group = { readonly key: string; readonly rows: readonly QueueRow[] }

const SOON_AFTER = 3
const LATE_AFTER = 7

/** The age thresholds are those of the clock beside each row. */
export const ageBand = (days: number | null): AgeBand =>
  (days ?? 0) > LATE_AFTER ? 'late' : (days ?? 0) > SOON_AFTER ? 'soon' : 'fresh'

const BANDS: readonly AgeBand[] = ['late', 'soon', 'fresh']

/**
 * The rows as they are drawn. By trainee: groups in the order of their first row, so nobody moves when a row
 * comes in below. By age: the oldest band first. Within a group the rows keep the order of the list.
 */
export const groupRows = (rows: readonly QueueRow[], grouping: Grouping): readonly Group[] => {
  const keyOf = (row: QueueRow) => (grouping === 'trainee' ? row.trainee.id : ageBand(row.waitingDays))
  const groups = new Map<string, QueueRow[]>(grouping === 'age' ? BANDS.map((band) => [band, []]) : [])
  for (const row of rows) {
    const key = keyOf(row)
    const group = groups.get(key)
    if (group) group.push(row)
    else groups.set(key, [row])
  }
  return [...groups]
    .map(([key, members]) => ({ key, rows: members }))
    .filter((group) => group.rows.length > 0)
}

/** Ids from top to bottom as they are drawn. */
export const drawnOrder = (rows: readonly QueueRow[], grouping: Grouping): readonly string[] =>
  groupRows(rows, grouping).flatMap((group) => group.rows.map((row) => row.id))

/** The row to go on with when some leave: the next below that stays, else the nearest above, else none. */
export const nextAfter = (
  order: readonly string[],
  current: string | null,
  leaving: ReadonlySet<string>,
): string | null => {
  if (current !== null && !leaving.has(current) && order.includes(current)) return current
  const from = current === null ? 0 : Math.max(0, order.indexOf(current))
  const below = order.slice(from).find((id) => !leaving.has(id))
  return below ?? order.slice(0, from).findLast((id) => !leaving.has(id)) ?? null
}

/** Whether a choice of many means anything for the row: signing and rejecting take many, taking back takes one. */
export const isChoosable = (row: QueueRow): boolean =>
  row.commands.includes('ACCEPT') || row.commands.includes('REJECT')
