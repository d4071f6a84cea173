import type { QueueEvent, QueueRow } from './row.ts'
import type { QueueState, QueueStep } from './state.ts'

const replace = (rows: readonly QueueRow[], row: QueueRow): QueueRow[] =>
  rows.map((one) => (one.id === row.id ? row : one))

const drop = (rows: readonly QueueRow[], id: string): QueueRow[] => rows.filter((one) => one.id !== id)

/**
 * It left this tab: what is drawn stays, grey; what was never drawn just does not come. A row that a command of
 * this window is settling keeps its choice until the command is answered.
 */
const leave = (state: QueueState, id: string, now: QueueRow | null): QueueState => {
  const drawn = state.rows.some((row) => row.id === id)
  return {
    ...state,
    arrivals: drop(state.arrivals, id),
    gone: drawn ? new Map(state.gone).set(id, now) : state.gone,
    selected: state.pending.has(id) ? state.selected : state.selected.difference(new Set([id])),
  }
}

const stand = (state: QueueState, row: QueueRow): QueueState => {
  if (state.rows.some((one) => one.id === row.id)) {
    const gone = new Map(state.gone)
    gone.delete(row.id)
    return { ...state, rows: replace(state.rows, row), gone }
  }
  const known = state.arrivals.some((one) => one.id === row.id)
  return { ...state, arrivals: known ? replace(state.arrivals, row) : [...state.arrivals, row] }
}

/** An event older than a row of this window, for instance a late one of its own command. */
const isOld = (state: QueueState, row: QueueRow): boolean =>
  [...state.rows, ...state.arrivals].some((one) => one.id === row.id && one.version > row.version)

/** Counts change at once; rows never move by themselves. */
export const onEvent = (state: QueueState, { id, row, counts }: QueueEvent): QueueState => {
  const counted = { ...state, counts }
  if (!row) return leave(counted, id, null)
  if (isOld(state, row)) return counted
  return row.tab === state.tab ? stand(counted, row) : leave(counted, id, row)
}

/** After a gap: the same rules as for events, over all rows at once. */
export const onReread = (state: QueueState, step: Extract<QueueStep, { type: 'reread' }>): QueueState => {
  const now = new Set(step.rows.map((row) => row.id))
  const missing = step.complete ? [...state.rows, ...state.arrivals].filter((row) => !now.has(row.id)) : []
  const applied = step.rows.reduce(stand, { ...state, counts: step.counts })
  return missing.reduce((next, row) => leave(next, row.id, null), applied)
}
