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
  /** What is kept when accepting. */
  note: () => string
  showAccepted: () => string
  starters: () => readonly { label: string; text: string }[]
  empty: (tab: string) => { title: string; text: string }
}
