import { m } from '#lib/paraglide/messages.js'
import type { QueueWords } from '#lib/queue/words.ts'

const empty: Record<string, () => { title: string; text: string }> = {
  WAITING: () => ({ title: m.approval_empty_waiting(), text: m.approval_empty_waiting_text() }),
  REJECTED: () => ({ title: m.approval_empty_rejected(), text: m.approval_empty_rejected_text() }),
  APPROVED: () => ({ title: m.approval_empty_approved(), text: m.approval_empty_approved_text() }),
}

/** What an approver is most often missing, to be finished in the approver's own words. */
const goalStarters = () => [
  { label: m.queue_starter_activities(), text: m.queue_starter_activities_text() },
  { label: m.queue_starter_level(), text: m.queue_starter_level_text() },
  { label: m.queue_starter_more(), text: m.queue_starter_more_text() },
]

const partly = {
  accepted: m.approval_accepted_partly,
  rejected: m.queue_rejected_partly,
  undone: m.queue_undone_partly,
}

export const approvalWords: QueueWords = {
  heading: m.approval_heading,
  icon: 'SealCheckmark',
  tabs: m.approval_heading,
  list: m.queue_list,
  accept: m.approval_accept,
  acceptMany: (n) => m.approval_accept_many({ n }),
  acceptOnly: m.approval_accept_only,
  rejectDo: (n) => m.approval_reject_do({ n }),
  undo: { settled: m.approval_undo, note: m.approval_undo_note, done: (n) => m.approval_undone({ n }) },
  accepted: (n) => m.approval_accepted({ n }),
  rejected: (n) => m.approval_rejected({ n }),
  partly: (kind, n, of) => partly[kind]({ n, of }),
  note: m.approval_note,
  showAccepted: m.approval_show_accepted,
  starters: goalStarters,
  empty: (tab) => empty[tab]?.() ?? { title: '', text: '' },
}
