import type { GraphContext } from '@kompetanse/graph'
import type { Id } from '@kompetanse/schema/ids'
import type { Tx } from '../../database.ts'
import type { PlanStep } from '../domain/plan.ts'
import { deletePlan, snapshotOf } from './delete-plan.ts'
import type { Loaded } from './load.ts'
import { moveQueueRows } from './queue-changes.ts'

/** Deletes, archives or restores plans, with their history and what that does to queues. Called with one at a time. */
export async function saveChanges(
  tx: Tx,
  changes: readonly (Loaded & PlanStep)[],
  { actor, now }: GraphContext,
): Promise<void> {
  for (const change of changes) {
    await noteHistory(tx, change, { byId: actor.personId, at: now })
    await perform(tx, change)
  }
}

interface Entry {
  readonly byId: Id<'Person'>
  readonly at: Date
}

async function noteHistory(
  tx: Tx,
  { row, command, onBehalfOfId }: Loaded & PlanStep,
  by: Entry,
): Promise<void> {
  const { id, traineeId, planTemplateId } = row
  const entry = { assignedPlanId: id, traineeId, planTemplateId, onBehalfOfId, ...by }
  const { name, reason } = command
  const content = name === 'DELETE_BEGUN' ? { content: await snapshotOf(tx, id) } : {}
  await tx.planHistory.create({ data: { ...entry, command: name, reason, ...content } })
}

async function perform(tx: Tx, { row: { id }, command, to }: Loaded & PlanStep): Promise<void> {
  if (command.name !== 'DELETE') await moveQueueRows(tx, id, to === 'ACTIVE' ? 'in' : 'out')
  if (to === 'DELETED') return deletePlan(tx, id)
  const archiveReason = to === 'ARCHIVED' ? 'BY_LEADER' : null
  await tx.assignedPlan.update({
    where: { id },
    data: { status: to, archiveReason, version: { increment: 1 } },
  })
}
