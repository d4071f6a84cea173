import { drawnOrder, groupRows, isChoosable, nextAfter } from './order.ts'
import { onEvent, onReread } from './reduce-live.ts'
import type { QueueRow } from './row.ts'
import type { Placed, QueueState, QueueStep } from './state.ts'

type Step<Type extends QueueStep['type']> = Extract<QueueStep, { type: Type }>

const without = <Item>(set: ReadonlySet<Item>, items: Iterable<Item>): ReadonlySet<Item> =>
  set.difference(new Set(items))

const read = (state: QueueState, step: Step<'read'>): QueueState => {
  const ids = new Set(step.rows.map((row) => row.id))
  const wanted = step.current ?? state.current
  const current = wanted !== null && ids.has(wanted) ? wanted : null
  return {
    ...state,
    tab: step.tab,
    rows: step.rows,
    arrivals: [],
    fresh: new Set(),
    gone: new Map(),
    pending: new Set(),
    selected: step.tab === state.tab ? state.selected.intersection(ids) : new Set(),
    current: current ?? drawnOrder(step.rows, state.grouping)[0] ?? null,
    counts: step.counts,
  }
}

const more = (state: QueueState, rows: readonly QueueRow[]): QueueState => {
  const known = new Set(state.rows.map((row) => row.id))
  const added = rows.filter((row) => !known.has(row.id))
  const addedIds = new Set(added.map((row) => row.id))
  return {
    ...state,
    rows: [...state.rows, ...added],
    arrivals: state.arrivals.filter((row) => !addedIds.has(row.id)),
  }
}

/** Rows that another person settled stay until the reader opens another row. */
const open = (state: QueueState, id: string): QueueState => {
  const rows = state.rows.filter((row) => row.id === id || !state.gone.has(row.id))
  const gone = new Map([...state.gone].filter(([key]) => key === id))
  return { ...state, rows, gone, current: id, fresh: without(state.fresh, [id]) }
}

const move = (state: QueueState, by: 1 | -1): QueueState => {
  const order = drawnOrder(state.rows, state.grouping)
  const at = state.current === null ? -1 : order.indexOf(state.current)
  const next = order[Math.min(order.length - 1, Math.max(0, at + by))]
  return next === undefined || next === state.current ? state : open(state, next)
}

const selectable = (state: QueueState, id: string): boolean =>
  !state.gone.has(id) && !state.pending.has(id) && state.rows.some((row) => row.id === id && isChoosable(row))

const toggle = (state: QueueState, id: string): QueueState => {
  if (!selectable(state, id)) return state
  const selected = state.selected.has(id)
    ? without(state.selected, [id])
    : state.selected.union(new Set([id]))
  return { ...state, selected }
}

const toggleGroup = (state: QueueState, key: string): QueueState => {
  const group = groupRows(state.rows, state.grouping).find((one) => one.key === key)
  const ids = (group?.rows ?? []).map((row) => row.id).filter((id) => selectable(state, id))
  const all = ids.every((id) => state.selected.has(id))
  return { ...state, selected: all ? without(state.selected, ids) : state.selected.union(new Set(ids)) }
}

const showArrivals = (state: QueueState): QueueState => ({
  ...state,
  rows: [...state.rows, ...state.arrivals],
  arrivals: [],
  fresh: state.fresh.union(new Set(state.arrivals.map((row) => row.id))),
  current: state.current ?? state.arrivals[0]?.id ?? null,
})

const settle = (state: QueueState, step: Step<'settle'>): QueueState => {
  const done = new Set(step.done)
  const order = drawnOrder(state.rows, state.grouping)
  return {
    ...state,
    rows: state.rows.filter((row) => !done.has(row.id)),
    gone: new Map([...state.gone].filter(([id]) => !done.has(id))),
    fresh: without(state.fresh, done),
    selected: without(state.selected, done),
    pending: new Set(),
    current: nextAfter(order, state.current, done),
    counts: step.counts ?? state.counts,
  }
}

const restore = (state: QueueState, placed: readonly Placed[]): QueueState => {
  const back = new Set(placed.map(({ row }) => row.id))
  const rows = state.rows.filter((row) => !back.has(row.id))
  for (const { row, index } of placed.toSorted((a, b) => a.index - b.index)) rows.splice(index, 0, row)
  return {
    ...state,
    rows,
    arrivals: state.arrivals.filter((row) => !back.has(row.id)),
    gone: new Map([...state.gone].filter(([id]) => !back.has(id))),
    pending: without(state.pending, back),
    current: placed[0]?.row.id ?? state.current,
  }
}

type Handlers = { [Type in QueueStep['type']]: (state: QueueState, step: Step<Type>) => QueueState }

const handlers: Handlers = {
  read,
  reread: onReread,
  more: (state, { rows }) => more(state, rows),
  event: (state, { event }) => onEvent(state, event),
  showArrivals,
  move: (state, { by }) => move(state, by),
  open: (state, { id }) => open(state, id),
  toggle: (state, { id }) => toggle(state, id),
  toggleGroup: (state, { key }) => toggleGroup(state, key),
  clear: (state) => ({ ...state, selected: new Set() }),
  group: (state, { by }) => ({ ...state, grouping: by }),
  begin: (state, { ids }) => ({ ...state, pending: new Set(ids) }),
  settle,
  restore: (state, { placed }) => restore(state, placed),
}

/** The next state. Pure: no clock, no network; the same steps always lead to the same queue. */
export const reduce = (state: QueueState, step: QueueStep): QueueState =>
  (handlers[step.type] as (state: QueueState, step: QueueStep) => QueueState)(state, step)
