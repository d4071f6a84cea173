/** For tests: where nothing that happened so far is told again. */
import { setTimeout as sleep } from 'node:timers/promises'
import type { Database } from '../log.ts'

const LOOK_MS = 20

/**
 * Waits until everything that has been committed lies below the horizon. Other transactions of the server hold it back,
 * those of other databases too, and who listens from now is told again what lies beyond it.
 */
export async function settled(database: Database): Promise<void> {
  const { rows } = await database.query<{ next: string }>(
    'SELECT pg_snapshot_xmax(pg_current_snapshot())::text AS next',
  )
  const isBelow = async () => {
    const query = 'SELECT pg_snapshot_xmin(pg_current_snapshot()) >= $1::text::xid8 AS below'
    const answer = await database.query<{ below: boolean }>(query, [rows[0]?.next])
    return answer.rows[0]?.below
  }
  while (!(await isBelow())) await sleep(LOOK_MS)
}
