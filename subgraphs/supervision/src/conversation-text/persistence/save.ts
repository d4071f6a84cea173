import type { Tx } from '../../database.ts'
import { appendEvents } from '../../live/append.ts'
import type { SharingStep, WritingStep } from '../domain/decide.ts'
import type { Loaded } from './load.ts'

/** Saves what was written, and tells who has the conversation open. One text at a time is written. */
export async function saveWriting(tx: Tx, steps: readonly (Loaded & WritingStep)[]): Promise<void> {
  for (const { row, part, change } of steps) {
    if (!change) continue
    const { added: update, writers } = change
    const { state, text, sequence, updatedById, updatedAt } = change.written
    const data = { state: Uint8Array.from(state), text, sequence, updatedById, updatedAt, writers }
    const key = { conversationId: row.id, part }
    await tx.conversationText.upsert({
      where: { conversationId_part: key },
      create: { ...key, ...data },
      update: data,
      select: { sequence: true },
    })
    const written = { part, update, sequence }
    await appendEvents(tx, [{ of: row, change: 'TEXT_WRITTEN', byId: updatedById, written }])
  }
}

/** Notes that preparations are shared. One at a time is. */
export async function saveSharing(tx: Tx, steps: readonly (Loaded & SharingStep)[]): Promise<void> {
  for (const { row, part, opens, actorId: byId, now: sharedAt } of steps) {
    if (!opens) continue
    const where = { conversationId_part: { conversationId: row.id, part } }
    await tx.conversationText.update({ where, data: { sharedAt }, select: { part: true } })
    await appendEvents(tx, [{ of: row, change: 'PREPARATION_SHARED', byId }])
  }
}
