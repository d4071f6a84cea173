import { percent } from '#lib/format/index.ts'
import type { FragmentOf } from '#lib/graph/index.ts'
import { m } from '#lib/paraglide/messages.js'
import { defineQueue } from '#lib/queue/definition.ts'
import type { Settlement } from '#lib/queue/row.ts'
import { daysText } from '#lib/service-time/days.ts'
import { periodKindWord, periodMark, spanText } from '#lib/service-time/words.ts'
import type { PeriodState } from '../queries.ts'
import { timeCommands } from './commands.ts'
import { ServiceTimeQueueLive, ServiceTimeQueuePage } from './operations.ts'
import { timeWords } from './words.ts'

export type Period = FragmentOf<typeof PeriodState>

const settlement = ({ signature, rejection }: Period): Settlement | null => {
  if (signature) return { by: signature.by.displayName, at: signature.at, comment: signature.comment }
  return rejection ? { by: rejection.by.displayName, at: rejection.at, comment: rejection.comment } : null
}

export const timeQueue = defineQueue({
  words: timeWords,
  commands: timeCommands,
  tabs: [
    { name: 'WAITING', fane: 'venter', text: m.status_waiting_signing, icon: 'Hourglass' },
    { name: 'SIGNED', fane: 'signert', text: m.status_signed, icon: 'CheckmarkCircle' },
    { name: 'REJECTED', fane: 'avvist', text: m.status_rejected, icon: 'XMarkOctagon' },
  ],
  accepted: 'SIGNED',
  mark: (tab) => periodMark(tab, 'decider'),
  scopes: ['MINE', 'AS_DEPUTY', 'MY_TRAINEES'],
  unlisted: ['MY_TRAINEES'],
  page: ServiceTimeQueuePage,
  connection: (page) => page.serviceTimeQueue,
  live: ServiceTimeQueueLive,
  change: ({ serviceTimeQueueChanged: { servicePeriodId, entry, ...event } }) => ({
    ...event,
    id: servicePeriodId,
    entry: entry && { tab: entry.tab, item: entry.servicePeriod },
  }),
  // There is no way back from a signature (F134), so nothing means to undo.
  means: { SIGN: 'ACCEPT', REJECT: 'REJECT' },
  row: (period: Period) => ({
    code: daysText(period.days),
    title: period.enterpriseName,
    text: `${spanText(period)} · ${percent(period.fte * 100)} · ${periodKindWord(period.kind)}`,
    date: period.endsOn,
    waitingDays: period.request?.waitingDays ?? null,
    settled: settlement(period),
    to: null,
  }),
})
