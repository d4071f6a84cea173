import type { Receipt } from './receipts.svelte.ts'
import type { IconName } from '#lib/ui/index.ts'

/** The words that differ between signing and approval. Functions, so that they follow the language. */
export type QueueWords = {
  heading: () => string
  /** Of the button that accepts. */
  icon: IconName
  tabs: () => string
  list: () => string
  accept: () => string
  acceptMany: (n: number) => string
  acceptOnly: () => string
  rejectDo: (n: number) => string
  undoSettled: () => string
  /** What taking it back leads to. */
  undoNote: () => string
  accepted: (n: number) => string
  rejected: (n: number) => string
  undone: (n: number) => string
  /** Some were done and some were not: «2 av 3 ble signert». */
  partly: (kind: Receipt['kind'], n: number, of: number) => string
  /** What is kept when accepting. */
  note: () => string
  showAccepted: () => string
  starters: () => readonly { label: string; text: string }[]
  empty: (tab: string) => { title: string; text: string }
}

/** What was done, in words; of how many when not all were. */
export const receiptText = (words: QueueWords, { kind, count, of }: Receipt): string =>
  of === undefined ? words[kind](count) : words.partly(kind, count, of)
