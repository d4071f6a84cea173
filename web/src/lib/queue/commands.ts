import type { Counts } from './row.ts'

/** What the graph answers to one command for many rows; the words differ, the shape does not. */
type BulkAnswer<Counted, Settled> =
  | { readonly counts: Counted; readonly rows: readonly { readonly id: string; readonly outcome: Settled }[] }
  | { readonly __typename: string; readonly code?: string }

/** How a queue reads its own graph's answer. */
type BulkReading<Counted, Settled> = {
  counts: (counts: Counted) => Counts
  row: (id: string, outcome: Settled) => RowOutcome
  refusal: (refused: { readonly __typename: string; readonly code?: string }) => string
}

/** The row that a command means, at the version that the reader saw. */
export type VersionedId = { id: string; expectedVersion: number }

export type RowOutcome =
  | { readonly id: string; readonly done: true; readonly version: number }
  | { readonly id: string; readonly done: false; readonly reason: string }

/** What was done to a row last, by whom and when; the command by the graph's own name. */
export type LastStep = { readonly command: string; readonly by: string; readonly at: string }

/** One outcome per row, or one refusal of the whole call, in words. */
export type BulkOutcome =
  { readonly rows: readonly RowOutcome[]; readonly counts?: Counts } | { readonly refused: string }

/** What a queue's page can have done, in the words of its own graph. */
export type QueueCommands = {
  accept: (rows: VersionedId[], comment: string | null) => Promise<BulkOutcome>
  reject: (rows: VersionedId[], comment: string) => Promise<BulkOutcome>
  /** Takes one acceptance back; a queue without it has no way back. */
  undo?: (row: VersionedId, comment: string | null) => Promise<RowOutcome>
  /** Tells why a row could not be done: somebody else was first. Undefined when there is no answer. */
  lastStep: (id: string) => Promise<LastStep | undefined>
}

/** Every row's outcome with the counts after it; or why nothing was done. */
export const bulkOutcome = <Counted, Settled>(
  answer: BulkAnswer<Counted, Settled>,
  { counts, row, refusal }: BulkReading<Counted, Settled>,
): BulkOutcome =>
  'rows' in answer
    ? { counts: counts(answer.counts), rows: answer.rows.map(({ id, outcome }) => row(id, outcome)) }
    : { refused: refusal(answer) }
