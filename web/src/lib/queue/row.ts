/** What a queue can do with a row. The page maps the graph's own commands to these. */
export type QueueCommand = 'ACCEPT' | 'REJECT' | 'UNDO' | 'COMMENT'

/** The decision on the row: by whom, when, and with which comment. */
export type Settlement = { by: string; at: string; comment: string | null }

/** One row of a queue, whatever it is a queue of: what the list draws and the reducer needs. */
export type QueueRow = {
  readonly id: string
  /** The version that the reader saw: it goes with every command. */
  readonly version: number
  /** Its present tab. */
  readonly tab: string
  readonly commands: readonly QueueCommand[]
  readonly trainee: { readonly id: string; readonly name: string; readonly position: string }
  readonly code: string
  readonly title: string
  /** What the trainee wrote about it. */
  readonly text: string
  readonly date: string | null
  readonly waitingDays: number | null
  readonly settled: Settlement | null
  /** The name of the person it was sent to. */
  readonly to: string | null
}

/** What the graph has of whatever a queue is a queue of. */
export type Item = {
  readonly id: string
  readonly version: number
  readonly availableCommands: readonly string[]
  readonly trainee: { readonly id: string; readonly displayName: string; readonly position?: string }
}

/** A row with the thing itself, whose details are in the pane. */
export type ItemRow<Thing extends Item> = QueueRow & { readonly item: Thing }

/** One change of the queue, from the subscription. */
export type QueueEvent = {
  readonly change: 'ENTERED' | 'CHANGED' | 'LEFT'
  readonly id: string
  /** Null exactly when it is no longer the reader's to see. */
  readonly row: QueueRow | null
  readonly counts: Counts
}

/** How many rows each tab has, by the tab's own name. */
export type Counts = Readonly<Record<string, number>>
