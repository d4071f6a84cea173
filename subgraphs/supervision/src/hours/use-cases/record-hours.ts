import { done, notFound, type Outcome } from '@kompetanse/command'
import { running } from '@kompetanse/directory'
import { osloDay, today } from '@kompetanse/directory/day'
import type { GraphContext } from '@kompetanse/graph'
import type { Id } from '@kompetanse/schema/ids'
import { database } from '../../database.ts'
import { followedTrainee } from '../../directory/visibility.ts'
import { appendChanges } from '../../history/persistence/append.ts'
import { decideRecording, type RecordedHours, type HoursRefusal } from '../domain/entry.ts'
import { columnsOf } from '../persistence/save.ts'

export interface NewEntry extends RecordedHours {
  readonly traineeId: Id<'Person'>
}

type RecordOutcome = Outcome<{ readonly id: Id<'SupervisionHoursEntry'> }, HoursRefusal>

/** The trainee's mentor of today records supervision that was no conversation (B06). */
export function recordHours(
  { traineeId, ...said }: NewEntry,
  { actor, now }: GraphContext,
): Promise<RecordOutcome> {
  return database.$transaction(async (tx): Promise<RecordOutcome> => {
    if (actor.kind !== 'person') return notFound(traineeId)
    const day = today(now)
    const where = { id: traineeId, isTrainee: true, active: true, AND: followedTrainee(actor, day) }
    const mentors = { kind: 'MENTOR' as const, personId: actor.personId, ...running(day) }
    const include = { relationsAsTrainee: { where: mentors } }
    const trainee = await tx.person.findFirst({ where, include })
    if (!trainee) return notFound(traineeId)
    const isMentor = trainee.relationsAsTrainee.length > 0
    const decision = decideRecording(said, { isMentor, today: osloDay(now) })
    if (decision.kind === 'refused') return decision
    const columns = columnsOf(said)
    const recorded = { kind: 'OTHER_GUIDANCE', recordedById: actor.personId, recordedAt: now } as const
    const { id } = await tx.supervisionHoursEntry.create({ data: { traineeId, ...columns, ...recorded } })
    const entry = { subjectKind: 'GUIDANCE', subjectId: id, at: now, byId: actor.personId } as const
    const content = { on: said.on, minutes: columns.minutes, note: said.note }
    await appendChanges(tx, [{ ...entry, command: 'RECORD', content }])
    return done({ id })
  })
}
