import { done, notFound, type Outcome } from '@kompetanse/command'
import { osloDay } from '@kompetanse/calendar/day'
import type { GraphContext } from '@kompetanse/graph'
import type { Id } from '@kompetanse/schema/ids'
import { database } from '../../database.ts'
import { decideRecording, type HoursRefusal, type RecordedHours } from '../domain/entry.ts'
import { findMentoring } from '../persistence/load.ts'
import { insertEntry } from '../persistence/save.ts'

export interface NewEntry extends RecordedHours {
  readonly traineeId: Id<'Person'>
}

type RecordOutcome = Outcome<{ readonly id: Id<'SupervisionHoursEntry'> }, HoursRefusal>

/** The trainee's mentor of today records supervision that was no conversation (B06). */
export const recordHours = (
  { traineeId, ...said }: NewEntry,
  context: GraphContext,
): Promise<RecordOutcome> =>
  database.$transaction(async (tx): Promise<RecordOutcome> => {
    const mentoring = await findMentoring(tx, traineeId, context)
    if (!mentoring) return notFound(traineeId)
    const decision = decideRecording(said, { ...mentoring, today: osloDay(context.now) })
    if (decision.kind === 'refused') return decision
    return done(await insertEntry(tx, { traineeId, said: decision.said }, context))
  })
