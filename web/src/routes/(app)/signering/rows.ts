import type { FragmentOf, ResultOf } from '#lib/graph/index.ts'
import type { QueueList } from '#lib/queue/list.ts'
import type { Counts, QueueCommand, QueueEvent, QueueRow, Settlement } from '#lib/queue/row.ts'
import type { SigningQueueLive, SigningQueuePage, SigningRow } from './operations.ts'

type Activity = FragmentOf<typeof SigningRow>
type CountsOf = { waiting: number; rejected: number; signed: number }

export const signingTabs = ['WAITING', 'REJECTED', 'SIGNED'] as const
export type SigningTab = (typeof signingTabs)[number]

export const signingCounts = ({ waiting, rejected, signed }: CountsOf): Counts => ({
  WAITING: waiting,
  REJECTED: rejected,
  SIGNED: signed,
})

const commands: Partial<Record<Activity['availableCommands'][number], QueueCommand>> = {
  SIGN: 'ACCEPT',
  REJECT: 'REJECT',
  WITHDRAW_SIGNATURE: 'UNDO',
  COMMENT: 'COMMENT',
}

const settlement = ({ signature, signingRequest }: Activity): Settlement | null => {
  if (signature) return { by: signature.by.displayName, at: signature.signedAt, comment: signature.comment }
  const rejection = signingRequest?.rejection
  return rejection ? { by: rejection.by.displayName, at: rejection.at, comment: rejection.comment } : null
}

/** «ALM-066 +2»: the first goal and how many more. */
const codes = (goals: Activity['goals']): string => {
  const first = goals[0]?.definition.code ?? ''
  return goals.length > 1 ? `${first} +${goals.length - 1}` : first
}

/** An activity as a row of the queue, with what the pane says about it. */
export type SigningItem = QueueRow & { readonly activity: Activity }

export const signingRow = (activity: Activity, tab: SigningTab): SigningItem => ({
  activity,
  id: activity.id,
  version: activity.version,
  tab,
  commands: activity.availableCommands.flatMap((command) => commands[command] ?? []),
  trainee: {
    id: activity.trainee.id,
    name: activity.trainee.displayName,
    position: activity.trainee.position,
  },
  code: codes(activity.goals),
  title: activity.definition.title,
  text: activity.comment ?? '',
  date: activity.performedOn,
  waitingDays: tab === 'WAITING' ? (activity.signingRequest?.waitingDays ?? null) : null,
  settled: settlement(activity),
  to: null,
})

export const signingList = (
  data: ResultOf<typeof SigningQueuePage>,
  tab: SigningTab,
): QueueList | undefined => {
  const queue = data.signingQueue
  return queue
    ? {
        tab,
        rows: queue.edges.map(({ node }) => signingRow(node, tab)),
        counts: signingCounts(queue.counts),
        cursor: queue.eventCursor,
        total: queue.totalCount,
        next: queue.pageInfo.hasNextPage ? queue.pageInfo.endCursor : null,
      }
    : undefined
}

export const signingEvent = ({
  signingQueueChanged: event,
}: ResultOf<typeof SigningQueueLive>): QueueEvent => ({
  change: event.change,
  id: event.activityId,
  row: event.activity && event.tab ? signingRow(event.activity, event.tab) : null,
  counts: signingCounts(event.counts),
})
