import { percent } from '#lib/format/index.ts'
import type { FragmentOf, ResultOf } from '#lib/graph/index.ts'
import type { QueueList } from '#lib/queue/list.ts'
import type { Counts, QueueCommand, QueueEvent, QueueRow, Settlement } from '#lib/queue/row.ts'
import { daysText } from '#lib/service-time/days.ts'
import { periodKindWord, spanText } from '#lib/service-time/words.ts'
import type { PeriodState } from '../queries.ts'
import type { ServiceTimeQueueLive, ServiceTimeQueuePage } from './operations.ts'

type Period = FragmentOf<typeof PeriodState>
type CountsOf = { waiting: number; rejected: number; signed: number }

export const timeTabs = ['WAITING', 'SIGNED', 'REJECTED'] as const
export type TimeTab = (typeof timeTabs)[number]

export const timeCounts = ({ waiting, rejected, signed }: CountsOf): Counts => ({
  WAITING: waiting,
  REJECTED: rejected,
  SIGNED: signed,
})

/** There is no way back from a signature (F134), so nothing maps to undoing. */
const commands: Partial<Record<Period['availableCommands'][number], QueueCommand>> = {
  SIGN: 'ACCEPT',
  REJECT: 'REJECT',
}

const settlement = ({ signature, rejection }: Period): Settlement | null => {
  if (signature) return { by: signature.by.displayName, at: signature.signedAt, comment: signature.comment }
  return rejection ? { by: rejection.by.displayName, at: rejection.at, comment: rejection.comment } : null
}

/** A period as a row of the queue, with what the pane says about it. */
export type TimeItem = QueueRow & { readonly period: Period }

export const timeRow = (period: Period, tab: TimeTab): TimeItem => ({
  period,
  id: period.id,
  version: period.version,
  tab,
  commands: period.availableCommands.flatMap((command) => commands[command] ?? []),
  trainee: { id: period.trainee.id, name: period.trainee.displayName, position: '' },
  code: daysText(period.days),
  title: period.enterpriseName,
  text: `${spanText(period)} · ${percent(period.fte * 100)} · ${periodKindWord(period.kind)}`,
  date: period.endsOn,
  waitingDays: tab === 'WAITING' ? (period.request?.waitingDays ?? null) : null,
  settled: settlement(period),
  to: null,
})

export const timeList = (
  data: ResultOf<typeof ServiceTimeQueuePage>,
  tab: TimeTab,
): QueueList | undefined => {
  const queue = data.serviceTimeQueue
  return queue
    ? {
        tab,
        rows: queue.edges.map(({ node }) => timeRow(node, tab)),
        counts: timeCounts(queue.counts),
        cursor: queue.eventCursor,
        total: queue.totalCount,
        next: queue.pageInfo.hasNextPage ? queue.pageInfo.endCursor : null,
      }
    : undefined
}

export const timeEvent = ({
  serviceTimeQueueChanged: event,
}: ResultOf<typeof ServiceTimeQueueLive>): QueueEvent => ({
  change: event.change,
  id: event.servicePeriodId,
  row: event.servicePeriod && event.tab ? timeRow(event.servicePeriod, event.tab) : null,
  counts: timeCounts(event.counts),
})
