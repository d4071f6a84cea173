import { m } from '#lib/paraglide/messages.js'
import type { Viewer, Workspace } from '#lib/shell/viewer.ts'

/** In which workspaces something of a part can wait for a person. */
const of = {
  talks: ['OWN_TRAINING', 'MY_MENTEES'],
  time: ['OWN_TRAINING', 'EMPLOYEE_FOLLOW_UP'],
} as const satisfies Record<string, readonly Workspace[]>

/**
 * The parts that may wait for the person and could not be counted, in words. Parts of roles that the person does not
 * have are left out; when the roles are unknown, all are in.
 */
export const missingOf = (viewer: Viewer | undefined): string[] => {
  if (!viewer) return [m.home_waiting_part()]
  const workspaces = viewer.profile?.workspaces
  const concerns = (some: readonly Workspace[]) => workspaces?.some((one) => some.includes(one)) ?? true
  return [
    ...(viewer.trainingTasks ? [] : [m.home_part_training()]),
    ...(viewer.conversationTasks || !concerns(of.talks) ? [] : [m.home_part_talks()]),
    ...(viewer.serviceTimeTasks || !concerns(of.time) ? [] : [m.time_part()]),
  ]
}
