import { m } from '#lib/paraglide/messages.js'
import type { Viewer } from '#lib/shell/viewer.ts'

type Tasks = Viewer['conversationTasks']

/** What waits in the person's own conversations, one lane for each kind; `shown` where there is any. */
export const conversationLanes = (tasks: Tasks | undefined) =>
  [
    { title: m.conv_home_answer(), verb: m.conv_do_answer(), count: tasks?.invitationsToAnswer ?? 0 },
    { title: m.conv_home_finalise(), verb: m.conv_do_finalise(), count: tasks?.toFinalise ?? 0 },
    { title: m.conv_home_prepare(), verb: m.conv_do_prepare(), count: tasks?.toPrepare ?? 0 },
  ].map((lane) => ({
    ...lane,
    icon: 'Chat2' as const,
    note: m.conv_home_note(),
    href: '/veiledning',
    shown: lane.count > 0,
  }))
