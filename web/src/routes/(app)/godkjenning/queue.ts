import type { FragmentOf } from '#lib/graph/index.ts'
import { m } from '#lib/paraglide/messages.js'
import { defineQueue, type Params } from '#lib/queue/definition.ts'
import { goalMark } from '#lib/training/index.ts'
import { approvalCommands } from './commands.ts'
import { ApprovalQueueLive, ApprovalQueuePage, type ApprovalRow } from './operations.ts'
import { approvalWords } from './words.ts'

export type Goal = FragmentOf<typeof ApprovalRow>

/** A goal's page, opened from the queue: it leads on through the same tab and scope. */
export const goalHref = (id: string, params: Params): string => {
  const next = new URLSearchParams({ fra: 'godkjenning' })
  for (const name of ['fane', 'omfang']) {
    const value = params.get(name)
    if (value) next.set(name, value)
  }
  return `/mal/${id}?${next}`
}

export const approvalQueue = defineQueue({
  words: approvalWords,
  commands: approvalCommands,
  tabs: [
    { name: 'WAITING', fane: 'venter', text: m.status_waiting_approval, icon: 'Hourglass' },
    { name: 'REJECTED', fane: 'avvist', text: m.approval_tab_rejected, icon: 'XMarkOctagon' },
    { name: 'APPROVED', fane: 'godkjent', text: m.approval_tab_approved, icon: 'SealCheckmark' },
  ],
  accepted: 'APPROVED',
  mark: (tab) => goalMark(tab, 'decider'),
  scopes: ['MINE', 'MY_TRAINEES', 'AS_DEPUTY'],
  href: goalHref,
  page: ApprovalQueuePage,
  connection: (page) => page.approvalQueue,
  live: ApprovalQueueLive,
  change: ({ approvalQueueChanged: { goalId, entry, ...event } }) => ({
    ...event,
    id: goalId,
    entry: entry && { tab: entry.tab, item: entry.goal },
  }),
  means: { APPROVE: 'ACCEPT', REJECT: 'REJECT', REVOKE_APPROVAL: 'UNDO', COMMENT: 'COMMENT' },
  row: ({ definition, completion, approvalRequest, decision }: Goal, { tab, scope }) => ({
    code: definition.code,
    title: definition.wording,
    text: completion?.comment ?? '',
    date: completion?.completedOn ?? null,
    waitingDays: approvalRequest?.waitingDays ?? null,
    settled:
      decision && tab !== 'WAITING'
        ? { by: decision.by.displayName, at: decision.at, comment: decision.comment }
        : null,
    to: scope === 'MINE' ? null : (approvalRequest?.approver.displayName ?? null),
  }),
})
