import type { FragmentOf, ResultOf } from '#lib/graph/index.ts'
import type { QueueList } from '#lib/queue/list.ts'
import type { Counts, QueueCommand, QueueEvent, QueueRow, Settlement } from '#lib/queue/row.ts'
import type { ApprovalQueueLive, ApprovalQueuePage, ApprovalRow } from './operations.ts'

type Goal = FragmentOf<typeof ApprovalRow>
type CountsOf = { waiting: number; rejected: number; approved: number }

export const approvalTabs = ['WAITING', 'REJECTED', 'APPROVED'] as const
export type ApprovalTab = (typeof approvalTabs)[number]
export const approvalScopes = ['MINE', 'MY_TRAINEES', 'AS_DEPUTY'] as const
export type ApprovalScope = (typeof approvalScopes)[number]

export const approvalCounts = ({ waiting, rejected, approved }: CountsOf): Counts => ({
  WAITING: waiting,
  REJECTED: rejected,
  APPROVED: approved,
})

const commands: Partial<Record<Goal['availableCommands'][number], QueueCommand>> = {
  APPROVE: 'ACCEPT',
  REJECT: 'REJECT',
  REVOKE_APPROVAL: 'UNDO',
  COMMENT: 'COMMENT',
}

const settlement = ({ decision }: Goal, tab: ApprovalTab): Settlement | null =>
  decision && tab !== 'WAITING'
    ? { by: decision.decidedBy.displayName, at: decision.decidedAt, comment: decision.comment }
    : null

/** A goal as a row of the queue, with what the pane says about it. */
export type ApprovalItem = QueueRow & { readonly goal: Goal }

/** @param scope where the row is read: among others' requests each says who it was sent to */
export const approvalRow = (goal: Goal, tab: ApprovalTab, scope: ApprovalScope): ApprovalItem => ({
  goal,
  id: goal.id,
  version: goal.version,
  tab,
  commands: goal.availableCommands.flatMap((command) => commands[command] ?? []),
  trainee: { id: goal.trainee.id, name: goal.trainee.displayName, position: goal.trainee.position },
  code: goal.definition.code,
  title: goal.definition.wording,
  text: goal.completion?.comment ?? '',
  date: goal.completion?.completedOn ?? null,
  waitingDays: tab === 'WAITING' ? (goal.approvalRequest?.waitingDays ?? null) : null,
  settled: settlement(goal, tab),
  to: scope === 'MINE' ? null : (goal.approvalRequest?.approver.displayName ?? null),
})

export const approvalList = (
  data: ResultOf<typeof ApprovalQueuePage>,
  { tab, scope }: { tab: ApprovalTab; scope: ApprovalScope },
): QueueList | undefined => {
  const queue = data.approvalQueue
  return queue
    ? {
        tab,
        rows: queue.edges.map(({ node }) => approvalRow(node, tab, scope)),
        counts: approvalCounts(queue.counts),
        cursor: queue.eventCursor,
        total: queue.totalCount,
        next: queue.pageInfo.hasNextPage ? queue.pageInfo.endCursor : null,
      }
    : undefined
}

export const approvalEvent = (
  { approvalQueueChanged: event }: ResultOf<typeof ApprovalQueueLive>,
  scope: ApprovalScope,
): QueueEvent => ({
  change: event.change,
  id: event.goalId,
  row: event.goal && event.tab ? approvalRow(event.goal, event.tab, scope) : null,
  counts: approvalCounts(event.counts),
})
