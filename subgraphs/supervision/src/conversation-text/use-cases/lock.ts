import type { Actor } from '@kompetanse/schema/actor-token'
import type { Tx } from '../../database.ts'
import type { ConversationStatus } from '../../generated/db/client.ts'

export interface Locked {
  readonly id: string
  readonly traineeId: string
  readonly mentorId: string
  readonly status: ConversationStatus
  readonly startsAt: Date
  /** Whether both have agreed to that time. */
  readonly accepted: boolean
}

/** One's own conversation, locked until the transaction ends; undefined when it is not one's own. A keystroke's worth. */
export async function lockOwn(tx: Tx, id: string, { kind, personId }: Actor): Promise<Locked | undefined> {
  if (kind !== 'person') return undefined
  const [row] = await tx.$queryRaw<Locked[]>`
    SELECT c.id, c.trainee_id AS "traineeId", c.mentor_id AS "mentorId", c.status::text AS status,
      c.starts_at AS "startsAt",
      EXISTS (SELECT FROM conversation_history h WHERE h.conversation_id = c.id AND h.command = 'ACCEPT'
        AND h.starts_at = c.starts_at) AS accepted
    FROM conversation c JOIN directory_person me ON me.id = ${personId}::uuid AND me.active
    WHERE c.id = ${id}::uuid AND me.id IN (c.trainee_id, c.mentor_id) FOR UPDATE OF c`
  return row
}
