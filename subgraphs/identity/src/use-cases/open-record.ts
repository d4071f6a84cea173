import { cleanText, type GraphContext } from '@kompetanse/graph'
import { database } from '../database.ts'
import { decideAgain, decideOpening, OPEN_MINUTES } from '../domain/record-opening.ts'
import { asId, done, notFound, type Outcome, refused } from '../outcome.ts'
import { lockPerson } from '../persistence/lock.ts'
import { recordOpening } from '../persistence/record.ts'
import { placeSelect, toPlace } from '../persistence/rows.ts'
import { askerFor, openableTrainees } from '../persistence/visibility.ts'

/**
 * Opens a trainee's record to the asker for OPEN_MINUTES: written down once and for all, and shown to the trainee. From
 * the asker's next request on, every subgraph reads it in the actor's token. What the asker has open already is answered as
 * it is. The asker's row is locked, so that of several at once the first opens it.
 */
export async function openRecord(
  input: { readonly traineeId: string; readonly reason: string },
  context: GraphContext,
): Promise<Outcome<{ openingId: string }>> {
  const { actor, now } = context
  const asker = await askerFor(context)
  const trainee = await database.trainee.findFirst({
    where: { AND: [{ id: asId(input.traineeId) }, await openableTrainees(context)] },
    select: { id: true, unit: { select: placeSelect } },
  })
  if (!trainee) return notFound(input.traineeId)
  const request = { trainee: { id: trainee.id, ...toPlace(trainee.unit) }, reason: cleanText(input.reason) }
  const decision = decideOpening(request, asker)
  if ('rejected' in decision) return refused(decision.rejected)
  const times = { openedAt: now, until: new Date(now.getTime() + OPEN_MINUTES * 60_000) }
  return database.$transaction(async (tx) => {
    await lockPerson(tx, actor.personId)
    const running = await tx.recordOpening.findMany({
      where: { openedById: actor.personId, until: { gt: now } },
    })
    const again = decideAgain(running, trainee.id)
    if ('rejected' in again) return refused(again.rejected)
    if (again.had) return done({ openingId: again.had.id })
    const row = await tx.recordOpening.create({
      data: { traineeId: trainee.id, openedById: actor.personId, ...decision, ...times },
    })
    await recordOpening(tx, row)
    return done({ openingId: row.id })
  })
}
