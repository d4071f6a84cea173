import type { GraphContext } from '@kompetanse/graph'
import type { Id } from '@kompetanse/schema/ids'
import { database } from '../../database.ts'

export interface ConversationTaskCounts {
  readonly invitationsToAnswer: number
  readonly toPrepare: number
  readonly toFinalise: number
  readonly nextId: Id<'Conversation'> | null
}

const NOTHING: ConversationTaskCounts = { invitationsToAnswer: 0, toPrepare: 0, toFinalise: 0, nextId: null }

/** What waits for the actor in conversations; one statement. */
export async function conversationTasks({ actor, now }: GraphContext): Promise<ConversationTaskCounts> {
  if (actor.kind !== 'person') return NOTHING
  const me = actor.personId
  const [row] = await database.$queryRaw<ConversationTaskCounts[]>`
    WITH own AS (
      SELECT c.*, CASE WHEN trainee_id = ${me}::uuid THEN 'TRAINEE_PREPARATION' ELSE 'MENTOR_PREPARATION' END AS mine
      FROM conversation c
      WHERE (trainee_id = ${me}::uuid OR mentor_id = ${me}::uuid) AND status IN ('INVITED', 'PLANNED'))
    SELECT
      count(*) FILTER (WHERE status = 'INVITED' AND invited_by_id <> ${me}::uuid)::int AS "invitationsToAnswer",
      count(*) FILTER (WHERE starts_at BETWEEN ${now} AND ${now}::timestamptz + interval '14 days' AND NOT EXISTS (
        SELECT 1 FROM conversation_text t
        WHERE t.conversation_id = own.id AND t.part::text = own.mine AND btrim(t.text) <> ''))::int AS "toPrepare",
      count(*) FILTER (WHERE mentor_id = ${me}::uuid AND starts_at <= ${now} AND EXISTS (
        SELECT 1 FROM relation r
        WHERE r.kind = 'MENTOR' AND r.trainee_id = own.trainee_id AND r.person_id = ${me}::uuid
          AND coalesce(r.valid_to, 'infinity') >= (own.starts_at AT TIME ZONE 'Europe/Oslo')::date))::int AS "toFinalise",
      (SELECT id FROM own WHERE starts_at >= ${now} ORDER BY starts_at, id LIMIT 1) AS "nextId"
    FROM own`
  return row ?? NOTHING
}
