import { literally } from '@kompetanse/graph'
import type { Id } from '@kompetanse/schema/ids'
import { pool } from '../../database.ts'

/** More hits than anybody pages through; a search that finds more should be narrowed. */
export const MOST_FOUND = 500

/** As the index has it. */
const TEXT = `to_tsvector('norwegian'::regconfig, code || ' ' || category || ' ' || wording)`

/**
 * Ids of the goals that hold all the words, in any inflection: the first of the curriculum's order. `"…"` is a
 * phrase and `-word` excludes, as people know it from the web. A code, or its beginning, finds the goals of that code. Two questions, since one that
 * asks for either reads the words of every goal anew.
 */
export async function searchGoals(search: string): Promise<readonly Id<'GoalDefinition'>[]> {
  const { rows } = await pool.query<{ id: Id<'GoalDefinition'> }>(
    `SELECT id FROM (
       SELECT id, position FROM goal_definition WHERE ${TEXT} @@ websearch_to_tsquery('norwegian', $1)
       UNION
       SELECT id, position FROM goal_definition WHERE code ILIKE $2
     ) AS found
     ORDER BY position LIMIT ${MOST_FOUND}`,
    [search, `${literally(search)}%`],
  )
  return rows.map((row) => row.id)
}
