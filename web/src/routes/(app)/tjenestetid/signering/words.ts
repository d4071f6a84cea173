import { firstName } from '#lib/format/index.ts'
import { m } from '#lib/paraglide/messages.js'
import type { QueueWords } from '#lib/queue/words.ts'

const empty: Record<string, () => { title: string; text: string }> = {
  WAITING: () => ({ title: m.time_empty_waiting(), text: m.time_empty_waiting_text() }),
  REJECTED: () => ({ title: m.time_empty_rejected(), text: m.time_empty_rejected_text() }),
  SIGNED: () => ({ title: m.time_empty_signed(), text: m.time_empty_signed_text() }),
}

/** Without `undo`: a signature on service time is final. */
export const timeWords: QueueWords = {
  heading: m.time_queue_heading,
  icon: 'PencilWriting',
  tabs: m.time_queue_heading,
  list: m.time_queue_list,
  accept: m.time_sign,
  acceptShort: m.time_sign_short,
  acceptMany: (n) => m.time_sign_many({ n }),
  acceptOnly: m.time_sign_only,
  rejectDo: (n) => m.time_reject_do({ n }),
  accepted: (n) => m.time_signed({ n }),
  rejected: (n) => m.time_rejected({ n }),
  partly: (kind, n, of) =>
    kind === 'rejected' ? m.time_rejected_partly({ n, of }) : m.time_signed_partly({ n, of }),
  note: (row) => m.time_sign_note({ name: firstName(row.trainee.name) }),
  noteMany: m.time_sign_note_many,
  settledNote: (row) => (row.tab === 'SIGNED' ? m.time_stands_signed() : m.time_stands_rejected()),
  showAccepted: m.time_show_signed,
  starters: () => [
    { label: m.time_starter_dates(), text: m.time_starter_dates_text() },
    { label: m.time_starter_absence(), text: m.time_starter_absence_text() },
    { label: m.time_starter_percent(), text: m.time_starter_percent_text() },
  ],
  empty: (tab) => empty[tab]?.() ?? { title: '', text: '' },
}
