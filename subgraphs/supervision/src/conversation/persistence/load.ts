import type { GraphContext } from '@kompetanse/graph'
import type { Tx } from '../../database.ts'
import type { Prisma } from '../../generated/db/client.ts'
import { canonicalJson, sha256 } from '@kompetanse/graph'
import { withReading, writesRead } from '../../reading/texts-read.ts'
import type { Conversation, Situation } from '../domain/conversation.ts'
import { toConversation } from './conversation-row.ts'
import { ownConversation, withStanding, toStanding } from './party.ts'

const include = {
  ...withStanding,
  goals: { orderBy: { position: 'asc' } },
  ...withReading,
  texts: { select: { ...withReading.texts.select, text: true } },
} satisfies Prisma.ConversationInclude

export type LoadedRow = Prisma.ConversationGetPayload<{ include: typeof include }>

export interface Loaded {
  readonly row: LoadedRow
  readonly conversation: Conversation
  readonly situation: Situation
  /** Canonical JSON of what the mentor sees and finalises; its SHA-256 is the situation's `contentDigest`. */
  readonly content: string
}

/**
 * Those of the conversations that are the actor's own, locked until the transaction ends: what is decided is decided
 * on what is saved over. The number of statements does not depend on how many there are.
 */
export async function loadForCommand(
  tx: Tx,
  ids: readonly string[],
  { actor, now }: GraphContext,
): Promise<Map<string, Loaded>> {
  // In the order of ids, so that two commands over the same series cannot wait for each other.
  await tx.$queryRaw`SELECT id FROM conversation WHERE id = ANY(${ids}::uuid[]) ORDER BY id FOR UPDATE`
  const where = { id: { in: [...ids] }, ...ownConversation(actor) }
  const rows = await tx.conversation.findMany({ where, include })
  return new Map(rows.map((row) => [row.id, loaded(row, { actor, now })]))
}

function loaded(row: LoadedRow, { actor, now }: GraphContext): Loaded {
  const content = contentOf(row)
  const situation: Situation = {
    ...toStanding(row, { actor, now }),
    actorId: actor.personId,
    hasMinutes: row.texts.some(({ part, text }) => part === 'MINUTES' && text.trim() !== ''),
    textSequence: writesRead(row, { actor, now }),
    goalIds: row.goals.map(({ goalId }) => goalId),
    now,
    contentDigest: sha256(content),
  }
  return { row, conversation: toConversation(row), situation, content }
}

const contentOf = ({ goals, texts, ...row }: LoadedRow): string =>
  canonicalJson({
    ...{ conversationId: row.id, version: row.version, traineeId: row.traineeId, mentorId: row.mentorId },
    startsAt: row.startsAt.toISOString(),
    ...{ durationMinutes: row.durationMinutes, place: row.place, topics: row.topics },
    goals: goals.map(({ goalId, assessment }) => ({ goalId, assessment })),
    texts: Object.fromEntries(texts.map(({ part, text }) => [part, text])),
  })
