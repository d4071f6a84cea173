import { literally } from '@kompetanse/graph'
import type { Id } from '@kompetanse/schema/ids'
import { pool } from '../../database.ts'

/** More hits than anybody pages through; a search that finds more should be narrowed. */
const LIMIT = 500

/** As the index has it. */
const TEXT = `to_tsvector('norwegian'::regconfig, code || ' ' || category || ' ' || wording)`

/**
 * Ids of the goals that hold all the words, in any inflection, best first. `"…"` is a phrase and `-word` excludes,
 * as people know it from the web. A code, or its beginning, finds the goals of that code. Two questions, since one that
 * asks for either reads the words of every goal anew.
 */
export async function searchGoals(search: string): Promise<readonly Id<'GoalDefinition'>[]> {
  const { rows } = await pool.query<{ id: Id<'GoalDefinition'> }>(
    `SELECT id FROM (
       SELECT id, position, ts_rank(${TEXT}, query) AS rank
       FROM goal_definition, websearch_to_tsquery('norwegian', $1) AS query WHERE ${TEXT} @@ query
       UNION ALL
       SELECT id, position, 0 FROM goal_definition WHERE code ILIKE $2
     ) AS found
     GROUP BY id, position ORDER BY max(rank) DESC, position
     LIMIT ${LIMIT}`,
    [search, `${literally(search)}%`],
  )
  return rows.map((row) => row.id)
}
