import { m } from '#lib/paraglide/messages.js'
import type { QueueWords } from '#lib/queue/words.ts'

const empty: Record<string, () => { title: string; text: string }> = {
  WAITING: () => ({ title: m.signing_empty_waiting(), text: m.signing_empty_waiting_text() }),
  REJECTED: () => ({ title: m.signing_empty_rejected(), text: m.signing_empty_rejected_text() }),
  SIGNED: () => ({ title: m.signing_empty_signed(), text: m.signing_empty_signed_text() }),
}

const partly = {
  accepted: m.signing_accepted_partly,
  rejected: m.queue_rejected_partly,
  undone: m.queue_undone_partly,
}

export const signingWords: QueueWords = {
  heading: m.signing_heading,
  icon: 'PencilWriting',
  tabs: m.signing_heading,
  list: m.queue_list,
  accept: m.signing_accept,
  acceptMany: (n) => m.signing_accept_many({ n }),
  acceptOnly: m.signing_accept_only,
  rejectDo: (n) => m.signing_reject_do({ n }),
  undo: { settled: m.signing_undo, note: m.signing_undo_note, done: (n) => m.signing_undone({ n }) },
  accepted: (n) => m.signing_accepted({ n }),
  rejected: (n) => m.signing_rejected({ n }),
  partly: (kind, n, of) => partly[kind]({ n, of }),
  note: m.signing_note,
  showAccepted: m.signing_show_accepted,
  starters: () => [
    { label: m.queue_starter_date(), text: m.queue_starter_date_text() },
    { label: m.queue_starter_absent(), text: m.queue_starter_absent_text() },
    { label: m.queue_starter_more(), text: m.queue_starter_more_text() },
  ],
  empty: (tab) => empty[tab]?.() ?? { title: '', text: '' },
}
