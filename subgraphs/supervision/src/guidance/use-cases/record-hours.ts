import { running } from '@kompetanse/directory'
import { dateColumn, osloDay, today } from '@kompetanse/directory/day'
import { isId, type GraphContext } from '@kompetanse/graph'
import { database } from '../../database.ts'
import { followedTrainee } from '../../directory/visibility.ts'
import { appendChanges } from '../../history/append.ts'
import { minutesOf, refuseEntry } from '../domain/entry.ts'
import type { EntryOutcome } from './outcome.ts'

export interface Guidance {
  readonly traineeId: string
  readonly on: string
  readonly hours: number
  readonly note: string | null
}

/** The trainee's mentor of today records guidance that was no conversation (B06). */
export function recordHours(
  { traineeId, ...guidance }: Guidance,
  { actor, now }: GraphContext,
): Promise<EntryOutcome> {
  return database.$transaction(async (tx): Promise<EntryOutcome> => {
    const day = today(now)
    const where = { id: traineeId, isTrainee: true, active: true, AND: followedTrainee(actor, day) }
    const mentors = { kind: 'MENTOR' as const, personId: actor.personId, ...running(day) }
    const trainee =
      actor.kind === 'person' &&
      isId(traineeId) &&
      (await tx.person.findFirst({ where, include: { relationsAsTrainee: { where: mentors } } }))
    if (!trainee) return { kind: 'not-found', id: traineeId }
    if (trainee.relationsAsTrainee.length === 0) return { kind: 'refused', code: 'NOT_PERMITTED' }
    const code = refuseEntry(guidance, osloDay(now))
    if (code) return { kind: 'refused', code }
    const minutes = minutesOf(guidance.hours) ?? 0
    const recorded = { recordedById: actor.personId, recordedAt: now }
    const data = {
      traineeId: trainee.id,
      on: dateColumn(guidance.on),
      minutes,
      note: guidance.note,
      ...recorded,
    }
    const { id } = await tx.guidanceEntry.create({ data: { ...data, kind: 'OTHER_GUIDANCE' } })
    const entry = { subjectKind: 'GUIDANCE', subjectId: id, at: now, byId: actor.personId } as const
    await appendChanges(tx, [
      { ...entry, command: 'RECORD', content: { on: guidance.on, minutes, note: guidance.note } },
    ])
    return { kind: 'done', id }
  })
}
