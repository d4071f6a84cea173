import type { Given } from '@kompetanse/command'
import type { GraphContext } from '@kompetanse/graph'
import type { Id } from '@kompetanse/schema/ids'
import { partyOf } from '../../conversation/persistence/party.ts'
import type { Tx } from '../../database.ts'
import type { ConversationStatus } from '../../generated/db/client.ts'
import type { TextPart } from '../../reading/domain/preparation.ts'
import type { Found } from '../domain/decide.ts'
import type { Writers } from '../domain/writers.ts'

/** PREPARATION is the actor's own; the others are of both. */
export type WritablePart = 'MINUTES' | 'AGREEMENTS' | 'PREPARATION'

interface Locked {
  readonly id: Id<'Conversation'>
  readonly traineeId: Id<'Person'>
  readonly mentorId: Id<'Person'>
  readonly status: ConversationStatus
  readonly startsAt: Date
  /** Whether both have agreed to that time. */
  readonly accepted: boolean
  readonly version: number
}

export interface Loaded extends Found {
  readonly row: Locked
}

/** One text of each conversation that is the actor's own; the conversations are locked until the transaction ends. */
export async function loadForCommand(
  tx: Tx,
  given: readonly Given<{ readonly part: WritablePart }, Id<'Conversation'>>[],
  { actor, now }: GraphContext,
): Promise<Map<Id<'Conversation'>, Loaded>> {
  if (actor.kind !== 'person') return new Map()
  const rows = await lockOwn(
    tx,
    given.map(({ id }) => id),
    actor.personId,
  )
  const wanted = given.flatMap(({ id, command: { part } }) => {
    const row = rows.find((each) => each.id === id)
    return row ? [{ row, part: storedAs(part, row, actor.personId) }] : []
  })
  if (wanted.length === 0) return new Map()
  const texts = await tx.conversationText.findMany({
    where: { OR: wanted.map(({ row, part }) => ({ conversationId: row.id, part })) },
  })
  return new Map(
    wanted.map(({ row, part }) => {
      const text = texts.find(({ conversationId }) => conversationId === row.id)
      const had = text ? { ...text, writers: text.writers as Writers } : null
      return [row.id, { row, part, had, actorId: actor.personId, now }]
    }),
  )
}

const storedAs = (part: WritablePart, row: Locked, personId: Id<'Person'>): TextPart =>
  part === 'PREPARATION' ? `${partyOf(row, personId)}_PREPARATION` : part

/** A keystroke's worth. */
const lockOwn = (tx: Tx, ids: readonly Id<'Conversation'>[], personId: Id<'Person'>) => tx.$queryRaw<
  Locked[]
>`
  SELECT c.id, c.trainee_id AS "traineeId", c.mentor_id AS "mentorId", c.status::text AS status,
    c.starts_at AS "startsAt", c.version,
    EXISTS (SELECT FROM conversation_history h WHERE h.conversation_id = c.id AND h.command = 'ACCEPT'
      AND h.starts_at = c.starts_at) AS accepted
  FROM conversation c JOIN directory_person me ON me.id = ${personId}::uuid AND me.active
  WHERE c.id = ANY(${ids}::uuid[]) AND me.id IN (c.trainee_id, c.mentor_id) ORDER BY c.id FOR UPDATE OF c`
