import type { createPool } from '@kompetanse/database'
import type { ActorChange } from '@kompetanse/schema/actor-changes'

/** Where triggers write down what makes an actor another one. */
export const CHANGES = 'actor_change'

type Database = Pick<ReturnType<typeof createPool>, 'query'>

interface Row {
  readonly seen: string
  readonly person_id: string | null
  readonly credential: string | null
  readonly counts_until: Date | null
}

/**
 * What is seen now and was not then; one row at least, which says what is seen now. Not in the order of commits, as
 * live queues are read: what matters here is that no open transaction holds back what another one has committed.
 */
const SINCE = `
  SELECT pg_current_snapshot()::text AS seen, person_id, credential, counts_until
  FROM (VALUES (1)) AS one LEFT JOIN ${CHANGES} ON xid >= pg_snapshot_xmin($1::text::pg_snapshot)
    AND NOT pg_visible_in_snapshot(xid, $1::text::pg_snapshot)`

/** Returns a function that reads all changes committed since its last call, at first since now, each once. */
export async function changesFromNow(db: Database): Promise<() => Promise<readonly ActorChange[]>> {
  const { rows } = await db.query<{ seen: string }>('SELECT pg_current_snapshot()::text AS seen')
  let { seen } = rows[0] as { seen: string }
  return async () => {
    const { rows } = await db.query<Row>(SINCE, [seen])
    seen = rows[0]?.seen ?? seen
    return rows.flatMap(toChange)
  }
}

function toChange({ person_id: personId, credential, counts_until: until }: Row): ActorChange[] {
  if (personId) return [{ kind: 'person', personId }]
  return credential && until ? [{ kind: 'session', credential, until: until.getTime() }] : []
}
