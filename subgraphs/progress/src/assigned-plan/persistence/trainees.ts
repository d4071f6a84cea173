import { ledTrainee, visibleTrainee } from '@kompetanse/directory'
import { today } from '@kompetanse/calendar/day'
import type { GraphContext } from '@kompetanse/graph'
import type { Id } from '@kompetanse/schema/ids'
import { database, type Tx } from '../../database.ts'
import type { Assignable } from '../domain/assign.ts'

/** Whom the overview lists: who has left gets no plan. */
const IN_TRAINING = { isTrainee: true, active: true } as const

/** Those of the trainees that the actor sees, and whether the actor leads them. */
export async function findLed(
  tx: Tx,
  traineeIds: readonly Id<'Person'>[],
  { actor, now }: GraphContext,
): Promise<Assignable['leads']> {
  const day = today(now)
  const where = { id: { in: [...traineeIds] }, ...IN_TRAINING }
  const visible = await tx.person.findMany({
    where: { ...where, ...visibleTrainee(actor, day) },
    select: { id: true },
  })
  const led = await tx.person.findMany({
    where: { ...where, ...ledTrainee(actor, day) },
    select: { id: true },
  })
  const leads = new Set(led.map(({ id }) => id))
  return new Map(visible.map(({ id }) => [id, leads.has(id)]))
}

/** The plans that the trainee's track prescribes, in its order; null of a trainee whom the actor does not see. */
export async function findPrescribed(
  traineeId: Id<'Person'>,
  { actor, now }: GraphContext,
): Promise<readonly Id<'PlanTemplate'>[] | null> {
  const where = { id: traineeId, ...IN_TRAINING, ...visibleTrainee(actor, today(now)) }
  const trainee = await database.person.findFirst({ where })
  if (!trainee) return null
  const plans = await database.trackPlan.findMany({
    where: { trackCode: trainee.trackCode ?? '' },
    orderBy: { position: 'asc' },
  })
  return plans.map(({ planTemplateId }) => planTemplateId)
}
