import type { GraphContext } from '@kompetanse/graph'
import { availableCommands } from '../conversation/domain/decide.ts'
import { toConversation } from '../conversation/persistence/conversation-row.ts'
import { partyOf, standingOf, toStanding } from '../conversation/persistence/party.ts'
import type { ConversationTextPart, Prisma } from '../generated/db/client.ts'
import type { TextShape } from './graphql/ConversationText.ts'

/** What a conversation's texts are made of; to be selected with it. */
export const textsOf = (_args: object, { now }: GraphContext) => {
  const { trainee } = standingOf(now)
  return {
    texts: { include: { updatedBy: true } },
    trainee: { include: { relationsAsTrainee: trainee.select.relationsAsTrainee } },
    mentor: true,
  } satisfies Prisma.ConversationInclude
}

export type RowWithTexts = Prisma.ConversationGetPayload<{ include: ReturnType<typeof textsOf> }>

/** One text of a conversation as the actor meets it. */
export function textOf(
  row: RowWithTexts,
  part: ConversationTextPart,
  { actor, now }: GraphContext,
): TextShape {
  const standing = toStanding(row, actor)
  const commands = availableCommands(toConversation(row), standing, now)
  const preparer =
    part === 'TRAINEE_PREPARATION' ? 'TRAINEE' : part === 'MENTOR_PREPARATION' ? 'MENTOR' : null
  const own = preparer === null || preparer === partyOf(row, actor.personId)
  return {
    part,
    author: preparer && (preparer === 'TRAINEE' ? row.trainee : row.mentor),
    mayWrite: own && commands.includes(preparer ? 'WRITE_PREPARATION' : 'WRITE_MINUTES'),
    written: row.texts.find((text) => text.part === part) ?? null,
  }
}
