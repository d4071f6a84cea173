import { done, notFound, type Outcome } from '@kompetanse/command'
import { osloDay } from '@kompetanse/calendar/day'
import type { GraphContext } from '@kompetanse/graph'
import type { Id } from '@kompetanse/schema/ids'
import { database } from '../../database.ts'
import { decideStatement, type WithProblems } from '../../statement/domain/decide.ts'
import type { Details } from '../../statement/domain/details.ts'
import type { PeriodRefusal } from '../domain/period.ts'
import { lockBeside } from '../persistence/beside.ts'
import { createPeriod } from '../persistence/create.ts'

type Registered = Outcome<{ readonly id: Id<'ServicePeriod'> }, PeriodRefusal, WithProblems>

/** A trainee states a new period of their own (F131). Somebody else's training is not found. */
export async function registerPeriod(
  traineeId: Id<'Person'>,
  given: Details,
  { actor, now }: GraphContext,
): Promise<Registered> {
  const own = actor.kind === 'person' && actor.trainee && actor.personId === traineeId
  if (!own) return notFound(traineeId)
  return database.$transaction(async (tx): Promise<Registered> => {
    const besideOf = await lockBeside(tx, [traineeId], [given])
    const decision = decideStatement(given, { ...besideOf(traineeId, null), today: osloDay(now) })
    if (decision.kind === 'refused') return decision
    return done({ id: await createPeriod(tx, decision.stated, { traineeId, at: now }) })
  })
}
