import type { GoalsAssessedEvent } from '@kompetanse/schema/events/supervision'
import { brandId, type Id } from '@kompetanse/schema/ids'
import { database } from '../../database.ts'
import { recommendationsChanged } from '../../goal-changes/persistence/basis-changed.ts'

/**
 * Keeps what a mentor said of a trainee's goals in a finalised conversation (§ 26, B03), once for each of its versions.
 * A goal that is not that trainee's is left out: supervision does not know whose a goal is. To rebuild the copy changes
 * nothing that a goal rests on.
 */
export async function onGoalsAssessed(event: GoalsAssessedEvent): Promise<void> {
  const { conversationId, traineeId, byId, at, version, goals } = event
  await database.$transaction(async (tx) => {
    // Whole locks, in the order of ids, before the rows that refer to them take weaker ones.
    const ids = goals.map(({ goalId }) => goalId)
    await tx.$queryRaw`SELECT id FROM learning_goal WHERE id = ANY(${ids}::uuid[]) ORDER BY id FOR UPDATE`
    const changed = await tx.$queryRaw<{ goalId: Id<'LearningGoal'> }[]>`
      WITH kept AS (INSERT INTO recommendation (conversation_id, goal_id, by_id, recommended, given_at, version)
      SELECT ${conversationId}::uuid, g.id, ${byId}::uuid, x.recommended, ${at}::timestamptz, ${version}
      FROM jsonb_to_recordset(${JSON.stringify(goals)}::jsonb) AS x("goalId" uuid, recommended boolean)
      JOIN learning_goal g ON g.id = x."goalId" AND g.trainee_id = ${traineeId}::uuid
      ORDER BY g.id
      ON CONFLICT (goal_id, conversation_id) DO UPDATE SET by_id = excluded.by_id,
        recommended = excluded.recommended, given_at = excluded.given_at, version = excluded.version
        WHERE recommendation.version < excluded.version
      RETURNING goal_id, by_id, recommended, given_at)
      SELECT goal_id AS "goalId" FROM (TABLE kept EXCEPT
        SELECT goal_id, by_id, recommended, given_at FROM recommendation
        WHERE conversation_id = ${conversationId}::uuid) changed`
    const goalIds = changed.map(({ goalId }) => goalId)
    await recommendationsChanged(tx, goalIds, { byId: brandId(byId), onBehalfOfId: null, at: new Date(at) })
  })
}
