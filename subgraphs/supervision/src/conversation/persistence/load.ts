import type { Given } from '@kompetanse/command'
import { canonicalJson, type GraphContext, sha256 } from '@kompetanse/graph'
import type { Id } from '@kompetanse/schema/ids'
import type { Tx } from '../../database.ts'
import type { Prisma } from '../../generated/db/client.ts'
import { withReading, writesRead } from '../../reading/persistence/texts-read.ts'
import type { ConversationCommand, Found, Situation } from '../domain/conversation.ts'
import type { ConversationStep } from '../domain/decide.ts'
import { toConversation } from './conversation-row.ts'
import { ownConversation, withStanding, toStanding } from './party.ts'

const include = {
  ...withStanding,
  goals: { orderBy: { position: 'asc' } },
  ...withReading,
  texts: { select: { ...withReading.texts.select, text: true } },
} satisfies Prisma.ConversationInclude

export type LoadedRow = Prisma.ConversationGetPayload<{ include: typeof include }>

export interface Loaded extends Found {
  readonly row: LoadedRow
  /** Canonical JSON of what the mentor sees and finalises; its SHA-256 is the situation's `contentDigest`. */
  readonly content: string
}

/** What was decided of a conversation that is loaded and locked. */
export type Change = Loaded & ConversationStep

/** What a command is given to, and the later ones of its series where the command goes for them too. */
export interface Target extends Loaded {
  readonly later: readonly Loaded[]
}

/** What commands are given to, of what is the actor's own; locked until the transaction ends. */
export async function loadForCommand(
  tx: Tx,
  given: readonly Given<ConversationCommand, Id<'Conversation'>>[],
  context: GraphContext,
): Promise<Map<Id<'Conversation'>, Target>> {
  const whole = given.flatMap(({ id, command }) =>
    'wholeSeries' in command && command.wholeSeries ? [id] : [],
  )
  const later = whole.length > 0 ? await laterInSeries(tx, whole) : []
  const ids = [...given, ...later].map(({ id }) => id)
  const found = await loadOwn(tx, [...new Set(ids)], context)
  return new Map(
    [...found].map(([id, loaded]) => {
      const own = later.filter(({ after }) => after === id).flatMap((each) => found.get(each.id) ?? [])
      return [id, { ...loaded, later: own }]
    }),
  )
}

const laterInSeries = (tx: Tx, ids: readonly Id<'Conversation'>[]) => tx.$queryRaw<
  { id: Id<'Conversation'>; after: Id<'Conversation'> }[]
>`
  SELECT later.id, this.id AS after FROM conversation this JOIN conversation later
    ON later.series_id = this.series_id AND later.starts_at > this.starts_at
  WHERE this.id = ANY(${ids}::uuid[]) ORDER BY later.starts_at`

/**
 * Those of the conversations that are the actor's own, locked until the transaction ends: what is decided is decided
 * on what is saved over. The number of statements does not depend on how many there are.
 */
export async function loadOwn(
  tx: Tx,
  ids: readonly Id<'Conversation'>[],
  { actor, now }: GraphContext,
): Promise<Map<Id<'Conversation'>, Loaded>> {
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
