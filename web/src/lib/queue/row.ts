/** What a queue can do with a row. The page maps the graph's own commands to these. */
export type QueueCommand = 'ACCEPT' | 'REJECT' | 'UNDO' | 'COMMENT'

/** Who settled it, when and with which words. */
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
  /** Who it was sent to. */
  readonly to: string | null
}

/** What the graph has of whatever a queue is a queue of. */
export type Item = {
  readonly id: string
  readonly version: number
  readonly availableCommands: readonly string[]
  readonly trainee: { readonly id: string; readonly displayName: string; readonly position?: string }
}

/** A row with the thing itself, of which the pane says more. */
export type ItemRow<Thing extends Item> = QueueRow & { readonly item: Thing }

/** One change of the queue, as the live stream tells it. */
export type QueueEvent = {
  readonly change: 'ENTERED' | 'CHANGED' | 'LEFT'
  readonly id: string
  /** Null exactly when it is no longer the reader's to see. */
  readonly row: QueueRow | null
  readonly counts: Counts
}

/** How many stand in each tab, by the tab's own name. */
export type Counts = Readonly<Record<string, number>>
