import type { FragmentOf } from '#lib/graph/index.ts'
import { m } from '#lib/paraglide/messages.js'
import { defineQueue } from '#lib/queue/definition.ts'
import type { Settlement } from '#lib/queue/row.ts'
import { activityMark } from '#lib/training/index.ts'
import { signingCommands } from './commands.ts'
import { SigningQueueLive, SigningQueuePage, type SigningRow } from './operations.ts'
import { signingWords } from './words.ts'

export type Activity = FragmentOf<typeof SigningRow>

const settlement = ({ signature, signingRequest }: Activity): Settlement | null => {
  if (signature) return { by: signature.by.displayName, at: signature.at, comment: signature.comment }
  const rejection = signingRequest?.rejection
  return rejection ? { by: rejection.by.displayName, at: rejection.at, comment: rejection.comment } : null
}

/** «ALM-066 +2»: the first goal and how many more. */
const codes = (goals: Activity['goals']): string => {
  const first = goals[0]?.definition.code ?? ''
  return goals.length > 1 ? `${first} +${goals.length - 1}` : first
}

export const signingQueue = defineQueue({
  words: signingWords,
  commands: signingCommands,
  tabs: [
    { name: 'WAITING', fane: 'venter', text: m.status_waiting_signing, icon: 'Hourglass' },
    { name: 'REJECTED', fane: 'avvist', text: m.status_rejected, icon: 'XMarkOctagon' },
    { name: 'SIGNED', fane: 'signert', text: m.status_signed, icon: 'CheckmarkCircle' },
  ],
  accepted: 'SIGNED',
  mark: (tab) => activityMark(tab, { reader: 'decider' }),
  scopes: ['MINE', 'AS_DEPUTY'],
  page: SigningQueuePage,
  connection: (page) => page.signingQueue,
  live: SigningQueueLive,
  change: ({ signingQueueChanged: { activityId, entry, ...event } }) => ({
    ...event,
    id: activityId,
    entry: entry && { tab: entry.tab, item: entry.activity },
  }),
  means: { SIGN: 'ACCEPT', REJECT: 'REJECT', WITHDRAW_SIGNATURE: 'UNDO', COMMENT: 'COMMENT' },
  row: (activity: Activity) => ({
    code: codes(activity.goals),
    title: activity.definition.title,
    text: activity.comment ?? '',
    date: activity.performedOn,
    waitingDays: activity.signingRequest?.waitingDays ?? null,
    settled: settlement(activity),
    to: null,
  }),
})
