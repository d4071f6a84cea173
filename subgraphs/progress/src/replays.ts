import { osloDay } from '@kompetanse/directory/day'
import { replayOf } from '@kompetanse/events'
import { activityChanged, commented, goalChanged } from '@kompetanse/schema/events/progress'
import type { Id } from '@kompetanse/schema/ids'
import { commentMessage, withSubject } from './comments/persistence/message.ts'
import { database } from './database.ts'
import { goalMessage, type GoalCause } from './goal-changes/persistence/message.ts'
import { toActivity } from './learning-activity/persistence/activity-row.ts'
import { include as ofActivity } from './learning-activity/persistence/load.ts'
import { activityMessage, type ActivityCause } from './learning-activity/persistence/message.ts'

const lastStep = { orderBy: [{ at: 'desc' as const }, { id: 'desc' as const }], take: 1 }

/** The events that this subgraph publishes, and how to publish all of them again: whatever took a step, with the last one that it took. */
export const replays = [
  replayOf(
    activityChanged,
    ({ where, ...page }) =>
      database.learningActivity.findMany({
        ...page,
        where: { ...where, history: { some: {} } },
        include: { ...ofActivity, history: lastStep },
      }),
    ({ history: [step], ...row }) =>
      activityMessage(row, toActivity(row, osloDay(new Date())), step as ActivityCause),
  ),
  replayOf(
    goalChanged,
    ({ where, ...page }) =>
      database.learningGoal.findMany({
        ...page,
        where: { ...where, status: { not: 'NOT_STARTED' } },
        include: { definition: { select: { code: true, wording: true } }, history: lastStep },
      }),
    ({ history: [step], ...row }) => goalMessage(row, step ? (step as GoalCause) : begun(row)),
  ),
  replayOf(commented, (page) => database.comment.findMany({ ...page, include: withSubject }), commentMessage),
]

/** Of a goal whose activities alone have been worked on. */
const begun = ({ traineeId }: { readonly traineeId: Id<'Person'> }): GoalCause => ({
  ...{ command: 'BASIS_CHANGED', byId: traineeId, onBehalfOfId: null, at: new Date() },
})
