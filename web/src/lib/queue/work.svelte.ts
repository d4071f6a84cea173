import { untrack } from 'svelte'
import { refusalOf } from '#lib/command/outcome.ts'
import { Runner } from '#lib/command/runner.svelte.ts'
import { refusalWords } from '#lib/command/words.ts'
import {
  type BulkAnswer,
  type LastStep,
  type QueueCommands,
  undoEach,
  type VersionedId,
  versionOf,
} from './commands.ts'
import { drawnOrder } from './order.ts'
import { countsOf } from './read.ts'
import { Receipts } from './receipts.svelte.ts'
import { reduce } from './reduce.ts'
import type { QueueCommand, QueueRow } from './row.ts'
import { emptyQueue, type Placed, type QueueState, type QueueStep } from './state.ts'

/** What was done and what was not, of the rows that a command was given for. */
type Settled = { readonly placed: readonly Placed[]; readonly failures: readonly Failure[] }
export type Failure = { readonly row: QueueRow; readonly reason: string; readonly last?: LastStep }
/** What the action bar is being used for. */
export type Mode = 'idle' | 'commenting' | 'rejecting'

/** Failed rows beyond this number show their reason only: each explanation costs a query. */
const EXPLAINED = 20

/** The versioned ids that go with a command. */
const versioned = (rows: readonly QueueRow[]): VersionedId[] =>
  rows.map(({ id, version }) => ({ id, expectedVersion: version }))

/** One open queue: its state, and the commands that change it. Never draws a signature before it exists. */
export class QueueWork {
  #state = $state.raw<QueueState>(emptyQueue(''))
  #commands: QueueCommands
  readonly receipts = new Receipts()
  readonly #command = new Runner()
  mode = $state<Mode>('idle')
  comment = $state('')
  /** Shown at the comment field. */
  commentError = $state<string>()
  failures = $state.raw<readonly Failure[]>([])
  /** Increased when the current row is to get focus. */
  focusRequests = $state(0)

  constructor(commands: QueueCommands) {
    this.#commands = commands
  }

  get busy(): boolean {
    return this.#command.busy
  }

  /** Why the whole call was refused. */
  get problem(): string | undefined {
    return this.#command.refused
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
    this.focusRequests += 1
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
    this.focusRequests += 1
  }

  /** Accepts these rows as the reader sees them: one record per row. */
  async accept(rows: readonly QueueRow[] = this.targets): Promise<void> {
    const comment = this.comment.trim() || null
    await this.#perform('ACCEPT', rows, (ids) => this.#commands.accept({ rows: ids, comment }))
  }

  /** Rejects these rows with one reason; without a reason it is refused at the field. */
  async reject(missing: string, rows: readonly QueueRow[] = this.targets): Promise<void> {
    const comment = this.comment.trim()
    this.commentError = comment ? undefined : missing
    if (comment) await this.#perform('REJECT', rows, (ids) => this.#commands.reject({ rows: ids, comment }))
  }

  /** «Endre signering»: back to waiting, for a row that was settled earlier. */
  async takeBack(row: QueueRow): Promise<void> {
    const { undo } = this.#commands
    const comment = this.comment.trim() || null
    if (undo) await this.#perform('UNDO', [row], (ids) => undoEach(undo, ids, comment))
  }

  /** «Angre»: undoes the last acceptance and puts the rows back in their places. */
  async undo(): Promise<void> {
    const undoable = this.receipts.current?.undoable ?? []
    const { undo } = this.#commands
    if (!undo || !undoable.length) return
    const rows = undoable.map(({ row }) => row)
    const done = await this.#command.run(() => undoEach(undo, versioned(rows), null))
    if (!done) return
    const { placed, failures } = this.#sorted(undoable, done)
    this.failures = failures
    this.step({ type: 'restore', placed })
    this.receipts.show({ kind: 'undone', count: placed.length })
    this.focusRequests += 1
  }

  async #perform(
    command: QueueCommand,
    wanted: readonly QueueRow[],
    send: (ids: VersionedId[]) => Promise<BulkAnswer>,
  ): Promise<void> {
    const rows = wanted.filter((row) => row.commands.includes(command) && !this.#state.gone.has(row.id))
    if (!rows.length || this.busy) return
    this.step({ type: 'begin', ids: rows.map((row) => row.id) })
    const answer = await this.#command.run(() => send(versioned(rows)))
    if (answer) this.#settle(command, rows, answer)
    else this.step({ type: 'settle', done: [] })
  }

  #settle(command: QueueCommand, rows: readonly QueueRow[], answer: BulkAnswer) {
    const standing = rows.map((row) => ({ row, index: this.#state.rows.indexOf(row) }))
    const { placed, failures } = this.#sorted(standing, answer)
    const counts = answer.counts && countsOf(answer.counts)
    this.step({ type: 'settle', done: placed.map(({ row }) => row.id), ...(counts && { counts }) })
    this.failures = failures
    void this.#explain(failures)
    if (!placed.length) return
    const kind = command === 'ACCEPT' ? 'accepted' : command === 'REJECT' ? 'rejected' : 'undone'
    const undoable = kind === 'accepted' && this.#commands.undo ? placed : []
    this.receipts.show({ kind, count: placed.length, ...(failures.length && { of: rows.length }), undoable })
    // What was not done is listed with its reason; the choice has been used, and the receipt takes its place.
    this.step({ type: 'clear' })
    this.stopWriting()
  }

  /** A row without an outcome in the answer is in neither list and keeps its place. */
  #sorted(standing: readonly Placed[], { rows = [] }: BulkAnswer): Settled {
    const byId = new Map(rows.map(({ id, outcome }) => [id, outcome]))
    const placed: Placed[] = []
    const failures: Failure[] = []
    for (const { row, index } of standing) {
      const outcome = byId.get(row.id)
      if (!outcome) continue
      const refusal = refusalOf(outcome)
      if (refusal) failures.push({ row, reason: refusalWords(refusal) })
      else placed.push({ row: { ...row, version: versionOf(outcome) ?? row.version }, index })
    }
    return { placed, failures }
  }

  /** Adds to each failed row who was first; until then its reason alone is shown. */
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
