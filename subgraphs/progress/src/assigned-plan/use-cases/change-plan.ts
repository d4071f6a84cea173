import { loadStandings, type Standing, visibleTrainee } from '@kompetanse/directory'
import { today } from '@kompetanse/directory/day'
import { type GraphContext, isId } from '@kompetanse/graph'
import { database, type Tx } from '../../database.ts'
import type { AssignedPlan } from '../../generated/db/client.ts'
import { refusal, stateOf, type PlanCommand, type PlanRefusal, type PlanRoles } from '../domain/decide.ts'
import { deletePlan, snapshotOf } from '../persistence/delete-plan.ts'
import { moveQueueRows } from '../persistence/queue-changes.ts'

export interface PlanChange {
  readonly assignedPlanId: string
  readonly expectedVersion: number
  readonly command: PlanCommand
  readonly reason: string | null
}

export type PlanOutcome =
  | { readonly kind: 'done'; readonly id: string }
  | { readonly kind: 'refused'; readonly code: PlanRefusal }
  | { readonly kind: 'stale'; readonly expectedVersion: number; readonly currentVersion: number }
  | { readonly kind: 'not-found'; readonly id: string }

export const rolesToPlan = ({ relations, deputyOf, support }: Standing): PlanRoles => ({
  leads: relations.has('LEADER') || deputyOf.length > 0,
  support,
})

/** Deletes, archives or restores a plan, in one transaction with its history and what it does to queues. */
export function changePlan(change: PlanChange, context: GraphContext): Promise<PlanOutcome> {
  return database.$transaction((tx) => inTransaction(tx, change, context), { timeout: 15_000 })
}

async function inTransaction(tx: Tx, change: PlanChange, context: GraphContext): Promise<PlanOutcome> {
  const { assignedPlanId: id, expectedVersion, command, reason } = change
  const plan = await lockVisible(tx, id, context)
  if (!plan) return { kind: 'not-found', id }
  const currentVersion = plan.version
  if (currentVersion !== expectedVersion) return { kind: 'stale', expectedVersion, currentVersion }
  const { actor, now } = context
  const standing = (await loadStandings(tx, actor, now, [plan.traineeId])).get(plan.traineeId) as Standing
  const roles = rolesToPlan(standing)
  const code = refusal(stateOf(plan), command, roles, reason) ?? (await doubled(tx, plan, command))
  if (code) return { kind: 'refused', code }
  const onBehalfOfId = standing.relations.has('LEADER') ? null : (standing.deputyOf[0] ?? null)
  await perform(tx, plan, change, { byId: actor.personId, onBehalfOfId, at: now })
  return { kind: 'done', id }
}

/** The plan, if the actor may see it; nobody does anything in it until the transaction ends. */
async function lockVisible(tx: Tx, id: string, { actor, now }: GraphContext): Promise<AssignedPlan | null> {
  if (!isId(id)) return null
  // Activities before the plan: the order in which commands on activities lock them.
  await tx.$queryRaw`SELECT id FROM learning_activity WHERE assigned_plan_id = ${id}::uuid ORDER BY id FOR UPDATE`
  await tx.$queryRaw`SELECT id FROM learning_goal WHERE assigned_plan_id = ${id}::uuid ORDER BY id FOR UPDATE`
  await tx.$queryRaw`SELECT id FROM assigned_plan WHERE id = ${id}::uuid FOR UPDATE`
  return tx.assignedPlan.findFirst({ where: { id, trainee: visibleTrainee(actor, today(now)) } })
}

/** A plan is not restored beside another active one of its template. */
async function doubled(tx: Tx, plan: AssignedPlan, command: PlanCommand): Promise<PlanRefusal | null> {
  if (command !== 'RESTORE') return null
  const { traineeId, planTemplateId } = plan
  const others = await tx.assignedPlan.count({ where: { traineeId, planTemplateId, status: 'ACTIVE' } })
  return others > 0 ? 'ALREADY_ASSIGNED' : null
}

async function perform(
  tx: Tx,
  { id, traineeId, planTemplateId }: AssignedPlan,
  { command, reason }: PlanChange,
  by: { readonly byId: string; readonly onBehalfOfId: string | null; readonly at: Date },
): Promise<void> {
  const entry = { assignedPlanId: id, traineeId, planTemplateId, command, reason, ...by }
  const content = command === 'DELETE_BEGUN' ? { content: await snapshotOf(tx, id) } : {}
  await tx.planHistory.create({ data: { ...entry, ...content } })
  if (command !== 'DELETE') await moveQueueRows(tx, id, command === 'RESTORE' ? 'in' : 'out')
  const version = { increment: 1 }
  if (command === 'ARCHIVE')
    await tx.assignedPlan.update({
      where: { id },
      data: { status: 'ARCHIVED', archiveReason: 'BY_LEADER', version },
    })
  else if (command === 'RESTORE')
    await tx.assignedPlan.update({ where: { id }, data: { status: 'ACTIVE', archiveReason: null, version } })
  else await deletePlan(tx, id)
}
