import { loadStandings, type Standing, visibleTrainee } from '@kompetanse/directory'
import { today } from '@kompetanse/calendar/day'
import type { GraphContext } from '@kompetanse/graph'
import type { Id } from '@kompetanse/schema/ids'
import { database, type Tx } from '../../database.ts'
import type { Assignable } from '../domain/assign.ts'
import { rolesToPlan } from './roles.ts'

/** Whom the overview lists: who has left gets no plan. */
const IN_TRAINING = { isTrainee: true, active: true } as const

/** What the actor is to those of the trainees that the actor sees. */
export async function findRoles(
  tx: Tx,
  traineeIds: readonly Id<'Person'>[],
  { actor, now }: GraphContext,
): Promise<Assignable['roles']> {
  const visible = await tx.person.findMany({
    where: { id: { in: [...traineeIds] }, ...IN_TRAINING, ...visibleTrainee(actor, today(now)) },
    select: { id: true },
  })
  const ids = visible.map(({ id }) => id)
  const standings = await loadStandings(tx, actor, now, ids)
  return new Map(ids.map((id) => [id, rolesToPlan(standings.get(id) as Standing)]))
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
