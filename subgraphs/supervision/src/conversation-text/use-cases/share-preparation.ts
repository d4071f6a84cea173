import { isId, type GraphContext } from '@kompetanse/graph'
import { seen } from '@kompetanse/graph/seen'
import { TRANSITIONS } from '../../conversation/domain/transitions.ts'
import { partyOf } from '../../conversation/persistence/party.ts'
import type { Outcome } from '../../conversation/use-cases/outcome.ts'
import { database } from '../../database.ts'
import { appendEvents } from '../../live/append.ts'
import { isPrivate } from '../../reading/domain/preparation.ts'
import { lockOwn } from './lock.ts'

/**
 * Lets the other read the actor's preparation from now on, and what is written in it later (B32). Never taken back;
 * shared twice is shared once.
 */
export function sharePreparation(conversationId: string, { actor, now }: GraphContext): Promise<Outcome> {
  const id = conversationId.toLowerCase()
  return database.$transaction(async (tx): Promise<Outcome> => {
    const row = isId(id) ? await lockOwn(tx, id, actor) : undefined
    if (!row) return { kind: 'not-found', id: conversationId }
    if (!TRANSITIONS[row.status].WRITE_PREPARATION) return { kind: 'refused', id, code: 'NOT_IN_THIS_STATE' }
    const part = `${partyOf(row, actor.personId)}_PREPARATION` as const
    const where = { conversationId_part: { conversationId: id, part } }
    const had = await tx.conversationText.findUnique({ where, select: { text: true, sharedAt: true } })
    if (!had || seen(had.text) === '') return { kind: 'refused', id, code: 'PREPARATION_MISSING' }
    if (isPrivate(had.sharedAt, row, now)) {
      await tx.conversationText.update({ where, data: { sharedAt: now }, select: { part: true } })
      await appendEvents(tx, [{ of: row, change: 'PREPARATION_SHARED', byId: actor.personId }])
    }
    return { kind: 'done', id, ids: [id] }
  })
}
