import { dateColumn, dayOf, osloDay, today } from '@kompetanse/directory/day'
import { isId, type GraphContext } from '@kompetanse/graph'
import { database } from '../../database.ts'
import { followedTrainee } from '../../directory/visibility.ts'
import { appendChanges } from '../../history/append.ts'
import { minutesOf, refuseEntry, refuseReason } from '../domain/entry.ts'
import type { EntryOutcome } from './outcome.ts'

export interface Correction {
  readonly entryId: string
  readonly expectedVersion: number
  /** What is counted is not changed without one. */
  readonly reason: string | null
  /** Null takes the entry away. */
  readonly to: { readonly on: string; readonly hours: number; readonly note: string | null } | null
}

/** Who recorded other guidance corrects it or takes it away; what a signature or a meeting gave is not touched. */
export function correctHours(
  { entryId, expectedVersion, reason, to }: Correction,
  { actor, now }: GraphContext,
): Promise<EntryOutcome> {
  return database.$transaction(async (tx): Promise<EntryOutcome> => {
    if (actor.kind !== 'person' || !isId(entryId)) return { kind: 'not-found', id: entryId }
    await tx.$queryRaw`SELECT id FROM guidance_entry WHERE id = ${entryId}::uuid FOR UPDATE`
    const own = { OR: [{ trainee: followedTrainee(actor, today(now)) }, { recordedById: actor.personId }] }
    const row = await tx.guidanceEntry.findFirst({ where: { id: entryId, removedAt: null, AND: own } })
    if (!row) return { kind: 'not-found', id: entryId }
    const currentVersion = row.version
    if (currentVersion !== expectedVersion) return { kind: 'stale', expectedVersion, currentVersion }
    if (row.kind !== 'OTHER_GUIDANCE') return { kind: 'refused', code: 'NOT_IN_THIS_STATE' }
    if (row.recordedById !== actor.personId) return { kind: 'refused', code: 'NOT_PERMITTED' }
    const code = (to && refuseEntry(to, osloDay(now))) ?? refuseReason(reason)
    if (code) return { kind: 'refused', code }
    const change = to
      ? { on: dateColumn(to.on), minutes: minutesOf(to.hours) ?? 0, note: to.note }
      : { removedAt: now }
    const after = await tx.guidanceEntry.update({
      where: { id: row.id },
      data: { ...change, version: currentVersion + 1 },
    })
    const entry = { subjectKind: 'GUIDANCE', subjectId: row.id, at: now, byId: actor.personId } as const
    const content = { on: dayOf(after.on), minutes: after.minutes, note: after.note, reason }
    await appendChanges(tx, [{ ...entry, command: to ? 'CORRECT' : 'REMOVE', content }])
    return { kind: 'done', id: row.id }
  })
}
