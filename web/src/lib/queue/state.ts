import type { Grouping } from './order.ts'
import type { Counts, QueueEvent, QueueRow } from './row.ts'

/** The state of one open queue. Immutable: each step makes the next state. */
export type QueueState = {
  /** The tab that is open. */
  readonly tab: string
  readonly grouping: Grouping
  readonly rows: readonly QueueRow[]
  /** New in this tab, but not drawn until the reader asks for them: rows must not move under the hand. */
  readonly arrivals: readonly QueueRow[]
  /** Drawn on request and not opened yet: «Ny». */
  readonly fresh: ReadonlySet<string>
  /** Still drawn, grey, though no longer in this tab: its present row, or null when the reader may no longer see it. */
  readonly gone: ReadonlyMap<string, QueueRow | null>
  /** A command of this window is under way: its own events are no surprise. */
  readonly pending: ReadonlySet<string>
  readonly selected: ReadonlySet<string>
  readonly current: string | null
  readonly counts: Counts
}

/** The place of a row before it left, so that undoing puts it back. */
export type Placed = { readonly row: QueueRow; readonly index: number }

export type QueueStep =
  /** The list as it was just read; replaces what was there. */
  | { type: 'read'; tab: string; rows: readonly QueueRow[]; counts: Counts; current?: string | null }
  /** Read again because events may have been missed. `complete`: there is no further page. */
  | { type: 'reread'; rows: readonly QueueRow[]; counts: Counts; complete: boolean }
  | { type: 'more'; rows: readonly QueueRow[] }
  | { type: 'event'; event: QueueEvent }
  | { type: 'showArrivals' }
  | { type: 'move'; by: 1 | -1 }
  | { type: 'open'; id: string }
  | { type: 'toggle'; id: string }
  | { type: 'toggleGroup'; key: string }
  | { type: 'clear' }
  | { type: 'group'; by: Grouping }
  | { type: 'begin'; ids: readonly string[] }
  /** The command was answered: `done` have left this tab, all others keep their places. */
  | { type: 'settle'; done: readonly string[]; counts?: Counts }
  | { type: 'restore'; placed: readonly Placed[] }

export const emptyQueue = (tab: string): QueueState => ({
  tab,
  grouping: 'trainee',
  rows: [],
  arrivals: [],
  fresh: new Set(),
  gone: new Map(),
  pending: new Set(),
  selected: new Set(),
  current: null,
  counts: {},
})
