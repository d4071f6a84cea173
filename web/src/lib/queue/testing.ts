import { reduce } from './reduce.ts'
import type { Counts, QueueEvent, QueueRow } from './row.ts'
import { emptyQueue, type QueueState, type QueueStep } from './state.ts'

/** A row for tests: `a1` is the first of trainee `a`. */
export const aRow = (id: string, over: Partial<QueueRow> = {}): QueueRow => ({
  id,
  version: 1,
  tab: 'WAITING',
  commands: ['ACCEPT', 'REJECT'],
  trainee: { id: id.slice(0, 1), name: `Lege ${id.slice(0, 1)}`, position: 'LIS3' },
  code: 'ALM-063',
  title: `Aktivitet ${id}`,
  text: '',
  date: null,
  waitingDays: 1,
  settled: null,
  to: null,
  ...over,
})

export const counts = (waiting: number, rejected = 0, signed = 0): Counts => ({
  WAITING: waiting,
  REJECTED: rejected,
  SIGNED: signed,
})

export const anEvent = (change: QueueEvent['change'], row: QueueRow | string, now: Counts): QueueEvent =>
  typeof row === 'string'
    ? { change, id: row, row: null, counts: now }
    : { change, id: row.id, row, counts: now }

/** An open «Venter» tab with these rows. */
export const waitingQueue = (...ids: string[]): QueueState =>
  reduce(emptyQueue('WAITING'), {
    type: 'read',
    tab: 'WAITING',
    rows: ids.map((id) => aRow(id)),
    counts: counts(ids.length, 3, 412),
  })

export const after = (state: QueueState, ...steps: QueueStep[]): QueueState => steps.reduce(reduce, state)
export const idsOf = (rows: readonly QueueRow[]): string[] => rows.map((row) => row.id)
