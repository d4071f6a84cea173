import { untrack } from 'svelte'
import type { BulkOutcome, LastStep, QueueCommands, RowOutcome, VersionedId } from './commands.ts'
import { drawnOrder } from './order.ts'
import { Receipts } from './receipts.svelte.ts'
import { reduce } from './reduce.ts'
import type { QueueCommand, QueueRow } from './row.ts'
import { emptyQueue, type Placed, type QueueState, type QueueStep } from './state.ts'

export type Failure = { readonly row: QueueRow; readonly reason: string; readonly last?: LastStep }
/** What the action bar is being used for. */
export type Mode = 'idle' | 'commenting' | 'rejecting'

/** More failed rows than this stand with their reason only: each costs a question. */
const EXPLAINED = 20

/** The versioned ids that go with a command. */
const versioned = (rows: readonly QueueRow[]): VersionedId[] =>
  rows.map(({ id, version }) => ({ id, expectedVersion: version }))

/** One open queue: its state, and the commands that change it. Never draws a signature before it exists. */
export class QueueWork {
  #state = $state.raw<QueueState>(emptyQueue(''))
  #commands: QueueCommands
  readonly receipts = new Receipts()
  busy = $state(false)
  mode = $state<Mode>('idle')
  comment = $state('')
  /** Said at the comment field. */
  commentError = $state<string>()
  failures = $state.raw<readonly Failure[]>([])
  /** The whole call was refused. */
  problem = $state<string>()
  /** Grows when the current row is to have focus. */
  focusAsked = $state(0)

  constructor(commands: QueueCommands) {
    this.#commands = commands
  }

  get state(): QueueState {
    return this.#state
  }

  get current(): QueueRow | undefined {
    return this.#state.rows.find((row) => row.id === this.#state.current)
  }

  get order(): readonly string[] {
    return drawnOrder(this.#state.rows, this.#state.grouping)
  }

  /** The chosen rows; without any, the current one. */
  get targets(): readonly QueueRow[] {
    const { selected, rows } = this.#state
    return selected.size ? rows.filter((row) => selected.has(row.id)) : this.current ? [this.current] : []
  }

  step(step: QueueStep): void {
    this.#state = reduce(
      untrack(() => this.#state),
      step,
    )
  }

  move(by: 1 | -1): void {
    this.step({ type: 'move', by })
    this.#leaveRow()
    this.focusAsked += 1
  }

  open(id: string): void {
    if (id === this.#state.current) return
    this.step({ type: 'open', id })
    this.#leaveRow()
  }

  /** Esc: first what is being written, then the choice. */
  escape(): void {
    if (this.mode !== 'idle') this.stopWriting()
    else this.step({ type: 'clear' })
  }

  write(mode: Mode): void {
    this.mode = mode
    this.commentError = undefined
  }

  stopWriting(): void {
    this.mode = 'idle'
    this.comment = ''
    this.commentError = undefined
    this.focusAsked += 1
  }

  /** Accepts these rows as the reader sees them: one record per row. */
  async accept(rows: readonly QueueRow[] = this.targets): Promise<void> {
    await this.#perform('ACCEPT', rows, (ids) => this.#commands.accept(ids, this.comment.trim() || null))
  }

  /** Rejects these rows with one reason; without a reason it is refused at the field. */
  async reject(missing: string, rows: readonly QueueRow[] = this.targets): Promise<void> {
    const comment = this.comment.trim()
    this.commentError = comment ? undefined : missing
    if (comment) await this.#perform('REJECT', rows, (ids) => this.#commands.reject(ids, comment))
  }

  /** «Endre signering»: back to waiting, for a row that was settled earlier. */
  async takeBack(row: QueueRow): Promise<void> {
    const { undo } = this.#commands
    if (!undo) return
    await this.#perform('UNDO', [row], async ([id]) => ({
      rows: id ? [await undo(id, this.comment.trim() || null)] : [],
    }))
  }

  /** «Angre»: takes back what was just accepted and puts it where it stood. */
  async undo(): Promise<void> {
    const placed = this.receipts.current?.undoable ?? []
    const { undo } = this.#commands
    if (!undo || !placed.length || this.busy) return
    this.busy = true
    const back: Placed[] = []
    const failures: Failure[] = []
    for (const { row, index } of placed) {
      const outcome = await undo({ id: row.id, expectedVersion: row.version }, null)
      if (outcome.done) back.push({ row: { ...row, version: outcome.version }, index })
      else failures.push({ row, reason: outcome.reason })
    }
    this.busy = false
    this.failures = failures
    this.step({ type: 'restore', placed: back })
    this.receipts.show({ kind: 'undone', count: back.length })
    this.focusAsked += 1
  }

  async #perform(
    command: QueueCommand,
    wanted: readonly QueueRow[],
    send: (ids: VersionedId[]) => Promise<BulkOutcome>,
  ): Promise<void> {
    const rows = wanted.filter((row) => row.commands.includes(command) && !this.#state.gone.has(row.id))
    if (!rows.length || this.busy) return
    this.busy = true
    this.problem = undefined
    this.step({ type: 'begin', ids: rows.map((row) => row.id) })
    const outcome = await send(versioned(rows))
    this.busy = false
    if ('refused' in outcome) {
      this.problem = outcome.refused
      this.step({ type: 'settle', done: [] })
    } else this.#settle(command, rows, outcome)
  }

  #settle(
    command: QueueCommand,
    rows: readonly QueueRow[],
    outcome: Exclude<BulkOutcome, { refused: string }>,
  ) {
    const byId = new Map<string, RowOutcome>(outcome.rows.map((row) => [row.id, row]))
    const placed: Placed[] = []
    const failures: Failure[] = []
    for (const row of rows) {
      const answer = byId.get(row.id)
      if (answer?.done)
        placed.push({ row: { ...row, version: answer.version }, index: this.#state.rows.indexOf(row) })
      else if (answer) failures.push({ row, reason: answer.reason })
    }
    const { counts } = outcome
    this.step({ type: 'settle', done: placed.map(({ row }) => row.id), ...(counts && { counts }) })
    this.failures = failures
    void this.#explain(failures)
    const kind = command === 'ACCEPT' ? 'accepted' : command === 'REJECT' ? 'rejected' : 'undone'
    if (!placed.length) return
    const undoable = kind === 'accepted' && this.#commands.undo ? placed : []
    this.receipts.show({ kind, count: placed.length, ...(failures.length && { of: rows.length }), undoable })
    // What was not done is listed with its reason; the choice has been used, and the receipt takes its place.
    this.step({ type: 'clear' })
    this.stopWriting()
  }

  /** Adds to each failed row who was first; the row's reason stands meanwhile. */
  async #explain(failures: readonly Failure[]): Promise<void> {
    for (const { row } of failures.slice(0, EXPLAINED)) {
      const last = await this.#commands.lastStep(row.id)
      if (last) this.failures = this.failures.map((one) => (one.row.id === row.id ? { ...one, last } : one))
    }
  }

  #leaveRow(): void {
    if (this.#state.selected.size === 0) {
      this.mode = 'idle'
      this.comment = ''
      this.commentError = undefined
    }
  }
}
