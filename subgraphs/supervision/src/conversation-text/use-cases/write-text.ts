import type { GraphContext } from '@kompetanse/graph'
import { decideConversation } from '../../conversation/domain/decide.ts'
import { loadForCommand, type Loaded } from '../../conversation/persistence/load.ts'
import type { Outcome } from '../../conversation/use-cases/outcome.ts'
import { database, type Tx } from '../../database.ts'
import type { ConversationTextPart } from '../../generated/db/client.ts'
import { isId } from '@kompetanse/graph'
import { appendEvents } from '../../live/append.ts'
import { mergeUpdate, type Merged } from '../merge.ts'

/** PREPARATION is the actor's own; the others are of both. */
export type WritablePart = 'MINUTES' | 'AGREEMENTS' | 'PREPARATION'

export interface Writing {
  readonly conversationId: string
  readonly part: WritablePart
  /** Base64 of what the browser's Yjs document has and the server's may not have. */
  readonly update: string
}

export type WriteOutcome = Outcome & { readonly part?: ConversationTextPart }

/**
 * Merges what one party wrote into the shared text (F010, F018, F047, F048), under the conversation's lock: two who
 * write at once are merged one after the other, in any order to the same text, and nothing of either is lost.
 */
export function writeText(
  { conversationId, part, update }: Writing,
  context: GraphContext,
): Promise<WriteOutcome> {
  const id = conversationId.toLowerCase()
  return database.$transaction(async (tx): Promise<WriteOutcome> => {
    const loaded = isId(id) ? (await loadForCommand(tx, [id], context)).get(id) : undefined
    if (!loaded) return { kind: 'not-found', id: conversationId }
    const name = part === 'PREPARATION' ? 'WRITE_PREPARATION' : 'WRITE_MINUTES'
    const decision = decideConversation(loaded.conversation, { name }, loaded.situation)
    if (!decision.accepted) return { kind: 'refused', id, code: decision.code }
    const stored = part === 'PREPARATION' ? (`${loaded.situation.party}_PREPARATION` as const) : part
    const had = await tx.conversationText.findUnique({
      where: { conversationId_part: { conversationId: id, part: stored } },
      select: { state: true },
    })
    const merged = mergeUpdate(had?.state ?? null, Buffer.from(update, 'base64'))
    if (!merged.accepted) return { kind: 'refused', id, code: merged.code }
    if (merged.added) await save(tx, { loaded, part: stored, merged, added: merged.added })
    return { kind: 'done', id, ids: [id], part: stored }
  })
}

interface Write {
  readonly loaded: Loaded
  readonly part: ConversationTextPart
  readonly merged: Merged
  readonly added: Uint8Array
}

async function save(tx: Tx, { loaded: { row, situation }, part, merged, added }: Write): Promise<void> {
  const { id: conversationId } = row
  const { actorId: byId, now } = situation
  const sequence = row.textSequence + 1
  const data = {
    ...{ state: Uint8Array.from(merged.state), text: merged.text, sequence },
    ...{ updatedById: byId, updatedAt: now },
  }
  await tx.conversationText.upsert({
    where: { conversationId_part: { conversationId, part } },
    create: { conversationId, part, ...data },
    update: data,
  })
  await tx.conversation.update({ where: { id: conversationId }, data: { textSequence: sequence } })
  const written = { part, update: added, sequence }
  await appendEvents(tx, [{ conversationId, change: 'TEXT_WRITTEN', byId, written }])
}
