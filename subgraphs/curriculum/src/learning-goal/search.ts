import { pool } from '../database.ts'

/** More hits than anybody pages through; a search that finds more should be narrowed. */
const LIMIT = 500

/**
 * Ids of the goals that hold all the words, in any inflection, best first. `"…"` is a phrase and `-word` excludes,
 * as people know it from the web. A code, or its beginning, finds the goals of that code.
 */
export async function searchGoals(search: string): Promise<readonly string[]> {
  const { rows } = await pool.query<{ id: string }>(
    `SELECT id FROM goal_definition, websearch_to_tsquery('norwegian', $1) AS query
     WHERE to_tsvector('norwegian'::regconfig, code || ' ' || category || ' ' || wording) @@ query
        OR code ILIKE $2
     ORDER BY ts_rank(to_tsvector('norwegian'::regconfig, code || ' ' || category || ' ' || wording), query) DESC, position
     LIMIT ${LIMIT}`,
    [search, `${search.replace(/[\\%_]/g, '\\$&')}%`],
  )
  return rows.map((row) => row.id)
}
