import { ledTrainee, NOBODY, standsInFor, type PersonWhere } from '@kompetanse/directory'
import type { Actor } from '@kompetanse/schema/actor-token'
import type { Prisma } from '../generated/db/client.ts'

/**
 * Whose service time an actor may see on a day: one's own, and that of those one leads or whose leader one stands in
 * for. Nobody else's: absence tells of illness, so mentors, supervisors and administrators have no way in.
 */
export function servingTrainee(actor: Actor, today: Date): PersonWhere {
  if (actor.kind !== 'person') return NOBODY
  return { OR: [{ id: actor.personId }, ledTrainee(actor, today)] }
}

/** Periods that are not removed: the visible trainees', and those that one was asked to sign, oneself or as deputy. */
export function visiblePeriod(actor: Actor, today: Date): Prisma.ServicePeriodWhereInput {
  const { kind, personId } = actor
  if (kind !== 'person') return NOBODY
  const trainee = servingTrainee(actor, today)
  return {
    removedAt: null,
    OR: [{ trainee }, { signerId: personId }, { signer: standsInFor(personId, today) }],
  }
}

/** Periods that were taken away: the visible trainees'. Who was asked to sign one, and leads the trainee no more, has lost it. */
export function visibleRemoved(actor: Actor, today: Date): Prisma.ServicePeriodWhereInput {
  return { removedAt: { not: null }, trainee: servingTrainee(actor, today) }
}
