import { osloDay } from '@kompetanse/calendar/day'
import { replayOf } from '@kompetanse/events'
import { activityChanged, commented, goalChanged } from '@kompetanse/schema/events/progress'
import type { Id } from '@kompetanse/schema/ids'
import { commentMessage, withSubject } from './comments/persistence/message.ts'
import { database } from './database.ts'
import type { AssignedPlan } from './generated/db/client.ts'
import { goalMessage, type GoalCause } from './goal-changes/persistence/message.ts'
import { toActivity } from './learning-activity/persistence/activity-row.ts'
import { include as ofActivity } from './learning-activity/persistence/load.ts'
import { activityMessage, type ActivityCause } from './learning-activity/persistence/message.ts'

const ofGoal = {
  definition: { select: { code: true, wording: true } },
  assignedPlan: { select: { begunAt: true, assignedAt: true } },
}
const lastStep = { orderBy: [{ at: 'desc' as const }, { id: 'desc' as const }], take: 1 }

type Kept = Pick<AssignedPlan, 'begunAt' | 'assignedAt'>

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
        include: { ...ofGoal, history: lastStep },
      }),
    ({ history: [step], assignedPlan, ...row }) =>
      goalMessage(row, step ? (step as GoalCause) : begun(row.traineeId, assignedPlan)),
  ),
  replayOf(commented, (page) => database.comment.findMany({ ...page, include: withSubject }), commentMessage),
]

/**
 * Of a goal whose activities alone have been worked on: no step of its own says when. A moment that is kept, the nearest
 * before it, so that whatever is told again of one version is the same.
 */
const begun = (traineeId: Id<'Person'>, { begunAt, assignedAt }: Kept): GoalCause => ({
  ...{ command: 'BASIS_CHANGED', byId: traineeId, onBehalfOfId: null, at: begunAt ?? assignedAt },
})
