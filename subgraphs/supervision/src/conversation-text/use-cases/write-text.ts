import { isId, type GraphContext } from '@kompetanse/graph'
import { TRANSITIONS } from '../../conversation/domain/transitions.ts'
import { partyOf } from '../../conversation/persistence/party.ts'
import type { Outcome } from '../../conversation/use-cases/outcome.ts'
import { database, type Tx } from '../../database.ts'
import type { ConversationTextPart } from '../../generated/db/client.ts'
import { appendEvents } from '../../live/append.ts'
import { authorOf, isPrivate } from '../../reading/domain/preparation.ts'
import { mergeUpdate } from '../merge.ts'
import type { Text, Written } from '../text.ts'
import { writersAfter, type Writers } from '../writers.ts'
import { lockOwn, type Locked } from './lock.ts'

/** PREPARATION is the actor's own; the others are of both. */
export type WritablePart = 'MINUTES' | 'AGREEMENTS' | 'PREPARATION'

export interface Writing {
  readonly conversationId: string
  readonly part: WritablePart
  /** Base64 of what the browser's Yjs document has and the server's may not have. */
  readonly update: string
}

export type WriteOutcome =
  | Exclude<Outcome, { readonly kind: 'done' }>
  | (Extract<Outcome, { readonly kind: 'done' }> & { readonly text: Text })

/**
 * Merges what one party wrote into the shared text (F010, F018, F047, F048), under the conversation's lock: two who
 * write at once are merged one after the other, in any order to the same text, and nothing of either is lost.
 */
export function writeText(
  { conversationId, part, update }: Writing,
  { actor, now }: GraphContext,
): Promise<WriteOutcome> {
  const id = conversationId.toLowerCase()
  return database.$transaction(async (tx): Promise<WriteOutcome> => {
    const row = isId(id) ? await lockOwn(tx, id, actor) : undefined
    if (!row) return { kind: 'not-found', id: conversationId }
    const command = part === 'PREPARATION' ? 'WRITE_PREPARATION' : 'WRITE_MINUTES'
    if (!TRANSITIONS[row.status][command]) return { kind: 'refused', id, code: 'NOT_IN_THIS_STATE' }
    const stored = part === 'PREPARATION' ? (`${partyOf(row, actor.personId)}_PREPARATION` as const) : part
    const had = await tx.conversationText.findUnique({
      where: { conversationId_part: { conversationId: id, part: stored } },
    })
    const merged = mergeUpdate(had?.state ?? null, Buffer.from(update, 'base64'))
    if (!merged.accepted) return { kind: 'refused', id, code: merged.code }
    const writers = writersAfter((had?.writers ?? {}) as Writers, merged.clients, actor.personId)
    if (!writers) return { kind: 'refused', id, code: 'TEXT_INVALID' }
    const by = {
      ...{ updatedById: actor.personId, updatedAt: now, sequence: (had?.sequence ?? 0) + 1 },
      sharedAt: had?.sharedAt ?? null,
    }
    const written = merged.added === null ? had : { ...merged, ...by }
    if (merged.added)
      await save(tx, { row, part: stored, written: { ...merged, ...by }, added: merged.added, writers })
    const text = {
      conversationId: id,
      part: stored,
      authorId: authorOf(row, stored),
      mayWrite: true,
      mayShare: part === 'PREPARATION' && isPrivate(had?.sharedAt ?? null, row, now),
      written,
    }
    return { kind: 'done', id, ids: [id], text }
  })
}

interface Write {
  readonly row: Locked
  readonly part: ConversationTextPart
  readonly written: Required<Written>
  readonly added: Uint8Array
  readonly writers: Writers
}

async function save(tx: Tx, { row, part, written, added, writers }: Write): Promise<void> {
  const { id: conversationId } = row
  const { state, text, sequence, updatedById, updatedAt } = written
  const data = { state: Uint8Array.from(state), text, sequence, updatedById, updatedAt, writers }
  await tx.conversationText.upsert({
    where: { conversationId_part: { conversationId, part } },
    create: { conversationId, part, ...data },
    update: data,
    select: { sequence: true },
  })
  const happening = { of: row, change: 'TEXT_WRITTEN', byId: updatedById } as const
  await appendEvents(tx, [{ ...happening, written: { part, update: added, sequence } }])
}
