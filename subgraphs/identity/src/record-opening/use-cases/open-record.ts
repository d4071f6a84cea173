import { done, notFound, type Outcome } from '@kompetanse/command'
import type { GraphContext } from '@kompetanse/graph'
import type { Id } from '@kompetanse/schema/ids'
import type { IdentityRefusal } from '../../authority/domain/refusal.ts'
import { authorityFor } from '../../authority/persistence/authority.ts'
import { lockPersons } from '../../authority/persistence/lock.ts'
import { database } from '../../database.ts'
import { decideAgain, decideOpening, OPEN_MINUTES } from '../domain/record-opening.ts'
import { findOpenable, runningOpenings } from '../persistence/load.ts'
import { insertOpening } from '../persistence/save.ts'

type Opened = Outcome<{ readonly id: Id<'RecordOpening'> }, IdentityRefusal>

/**
 * Opens a trainee's record to the actor for OPEN_MINUTES: written down once and for all, and shown to the trainee. From
 * the actor's next request on, every subgraph reads it in the actor's token. What the actor has open already is answered as
 * it is. The actor's row is locked, so that of several at once the first opens it.
 */
export async function openRecord(
  traineeId: Id<'Person'>,
  reason: string,
  context: GraphContext,
): Promise<Opened> {
  const { actor, now } = context
  const openedById = actor.personId
  const trainee = await findOpenable(traineeId, context)
  if (!trainee) return notFound(traineeId)
  const decision = decideOpening({ trainee, reason }, await authorityFor(context))
  if (decision.kind === 'refused') return decision
  const { role } = decision
  const until = new Date(now.getTime() + OPEN_MINUTES * 60_000)
  return database.$transaction(async (tx): Promise<Opened> => {
    await lockPersons(tx, [openedById])
    const running = await runningOpenings(tx, openedById, now)
    const again = decideAgain(running, traineeId)
    if (again.kind === 'refused') return again
    if (again.had) return done(again.had)
    const opening = { traineeId, openedById, role, reason, openedAt: now, until }
    return done(await insertOpening(tx, opening))
  })
}
