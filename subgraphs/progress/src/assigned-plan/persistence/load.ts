import { loadStandings, type Standing, visibleTrainee } from '@kompetanse/directory'
import { today } from '@kompetanse/calendar/day'
import type { Given } from '@kompetanse/command'
import type { GraphContext } from '@kompetanse/graph'
import type { Id } from '@kompetanse/schema/ids'
import type { Tx } from '../../database.ts'
import type { AssignedPlan } from '../../generated/db/client.ts'
import type { PlanCommand, PlanSituation } from '../domain/plan.ts'
import { rolesToPlan } from './roles.ts'

export interface Loaded {
  readonly row: AssignedPlan
  readonly situation: PlanSituation
}

/** Those of the plans that the actor may see; nobody does anything in them until the transaction ends. */
export async function loadForCommand(
  tx: Tx,
  given: readonly Given<PlanCommand, Id<'AssignedPlan'>>[],
  { actor, now }: GraphContext,
): Promise<Map<Id<'AssignedPlan'>, Loaded>> {
  const ids = given.map(({ id }) => id)
  // Activities before the plan: the order in which commands on activities lock them.
  await tx.$queryRaw`SELECT id FROM learning_activity WHERE assigned_plan_id = ANY(${ids}::uuid[]) ORDER BY id FOR UPDATE`
  await tx.$queryRaw`SELECT id FROM learning_goal WHERE assigned_plan_id = ANY(${ids}::uuid[]) ORDER BY id FOR UPDATE`
  await tx.$queryRaw`SELECT id FROM assigned_plan WHERE id = ANY(${ids}::uuid[]) ORDER BY id FOR UPDATE`
  const where = { id: { in: ids }, trainee: visibleTrainee(actor, today(now)) }
  const rows = await tx.assignedPlan.findMany({ where })
  const trainees = [...new Set(rows.map(({ traineeId }) => traineeId))]
  const standings = await loadStandings(tx, actor, now, trainees)
  const active = await tx.assignedPlan.findMany({
    where: { traineeId: { in: trainees }, status: 'ACTIVE' },
    select: { traineeId: true, planTemplateId: true },
  })
  const load = (row: AssignedPlan): Loaded => {
    const standing = standings.get(row.traineeId) as Standing
    const same = (plan: (typeof active)[number]) =>
      plan.traineeId === row.traineeId && plan.planTemplateId === row.planTemplateId
    return {
      row,
      situation: { roles: rolesToPlan(standing), sameIsActive: active.some(same) },
    }
  }
  return new Map(rows.map((row) => [row.id, load(row)]))
}
