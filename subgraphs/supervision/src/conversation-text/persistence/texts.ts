import { NO_ID, type GraphContext } from '@kompetanse/graph'
import { availableCommands } from '../../conversation/domain/decide.ts'
import { toConversation } from '../../conversation/persistence/conversation-row.ts'
import { partyOf, withStanding, toStanding } from '../../conversation/persistence/party.ts'
import type { ConversationTextPart, Prisma } from '../../generated/db/client.ts'
import { heldOf } from '../../reading/persistence/accepted.ts'
import { authorOf, isPrivate, mayReadPreparation, PREPARATIONS } from '../../reading/domain/preparation.ts'
import type { Text } from '../domain/text.ts'

/** What a conversation's texts are made of, but their documents, which lists do not show; selected with it. */
export const textsOf = {
  texts: { omit: { state: true, writers: true } },
  ...withStanding,
} satisfies Prisma.ConversationInclude

export type RowWithTexts = Prisma.ConversationGetPayload<{ include: typeof textsOf }>

/** One text of a conversation as the actor meets it. */
export async function textOf(
  row: RowWithTexts,
  part: ConversationTextPart,
  context: GraphContext,
): Promise<Text> {
  const { actor, now } = context
  const authorId = authorOf(row, part)
  const commands = availableCommands(toConversation(row), toStanding(row, { actor, now }), now)
  const own = authorId === null || partyOf(row, authorId) === partyOf(row, actor.personId)
  const mayWrite = own && commands.includes(authorId ? 'WRITE_PREPARATION' : 'WRITE_MINUTES')
  const written = row.texts.find((text) => text.part === part) ?? null
  const mayShare =
    authorId !== null && mayWrite && isPrivate(written?.sharedAt ?? null, await heldOf(row, context), now)
  return { conversationId: row.id, part, authorId, mayWrite, mayShare, written }
}

/** The preparations that the actor may read, the trainee's first. */
export async function readablePreparations(row: RowWithTexts, context: GraphContext): Promise<Text[]> {
  const { actor, now } = context
  const held = await heldOf(row, context)
  const texts = await Promise.all(PREPARATIONS.map((part) => textOf(row, part, context)))
  return texts.filter(({ authorId, written }) =>
    mayReadPreparation(
      { authorId: authorId ?? NO_ID, sharedAt: written?.sharedAt ?? null },
      { readerId: actor.personId, held, now },
    ),
  )
}
