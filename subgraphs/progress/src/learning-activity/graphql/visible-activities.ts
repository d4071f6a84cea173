import { today } from '@kompetanse/calendar/day'
import { batchedById } from '@kompetanse/graph'
import { database } from '../../database.ts'
import { visibleActivity } from '../../directory/visibility.ts'
import type { LearningActivity } from '../../generated/db/client.ts'

/** Activities that the actor may see, all that one request asks for in one statement. */
export const visibleActivities = batchedById<'LearningActivity', LearningActivity>(
  async (ids, { actor, now }) => {
    const where = { id: { in: ids }, ...visibleActivity(actor, today(now)) }
    const found = await database.learningActivity.findMany({ where })
    return new Map(found.map((activity) => [activity.id, activity]))
  },
)
