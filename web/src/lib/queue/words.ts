import type { Receipt } from './receipts.svelte.ts'
import type { IconName } from '#lib/ui/index.ts'
import type { QueueRow } from './row.ts'

/** The words that differ between signing and approval. Functions, so that they follow the language. */
export type QueueWords = {
  heading: () => string
  /** Of the button that accepts. */
  icon: IconName
  tabs: () => string
  list: () => string
  accept: () => string
  /** On a row, where the list shows what is accepted. */
  acceptShort?: () => string
  acceptMany: (n: number) => string
  acceptOnly: () => string
  rejectDo: (n: number) => string
  /** How a decision is taken back; a queue without it has no way back. */
  undo?: {
    settled: () => string
    /** What taking it back leads to. */
    note: () => string
    done: (n: number) => string
  }
  accepted: (n: number) => string
  rejected: (n: number) => string
  /** Some were done and some were not: «2 av 3 ble signert». */
  partly: (kind: Receipt['kind'], n: number, of: number) => string
  /** What is kept when accepting, and of many at once what must be known before. */
  note: (row: QueueRow) => string
  noteMany?: () => string
  /** For a row without a command left: why, and what can still happen. */
  settledNote?: (row: QueueRow) => string
  showAccepted: () => string
  starters: () => readonly { label: string; text: string }[]
  empty: (tab: string) => { title: string; text: string }
}

/** What was done, in words; of how many when not all were. */
export const receiptText = (words: QueueWords, { kind, count, of }: Receipt): string => {
  if (of !== undefined) return words.partly(kind, count, of)
  return kind === 'undone' ? (words.undo?.done(count) ?? '') : words[kind](count)
}
