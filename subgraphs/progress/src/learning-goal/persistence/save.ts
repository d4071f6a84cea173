import { markBegun } from '../../assigned-plan/mark-begun.ts'
import { theBus } from '../../bus.ts'
import type { Tx } from '../../database.ts'
import { appendQueueEvents } from '../../live/append.ts'
import type { Goal, GoalEvent } from '../domain/goal.ts'
import { columnsOf } from './goal-row.ts'
import type { Loaded } from './load.ts'
import { placeOf } from './queue-place.ts'

export interface Change extends Loaded {
  readonly next: Goal
  readonly event: GoalEvent
}

/**
 * Everything that must be written when goals take a step: their rows, history, the records of decisions, the plan's
 * beginning, live queues and the message to other subgraphs, in the transaction that loaded and locked them.
 */
export async function saveChanges(tx: Tx, changes: readonly Change[]): Promise<void> {
  const first = changes[0]
  if (!first) return
  for (const change of changes) await updateRow(tx, change)
  await tx.goalHistory.createMany({ data: changes.map(historyOf) })
  await appendRecords(tx, changes)
  await appendQueueEvents(tx, changes.map(queueChangeOf))
  await markBegun(
    tx,
    changes.map(({ row }) => row.assignedPlanId),
    first.event.at,
  )
  for (const change of changes) await announce(tx, change)
}

async function updateRow(tx: Tx, { row: { id, version }, next }: Change) {
  const data = { ...columnsOf(next), version: version + 1 }
  const { count } = await tx.learningGoal.updateMany({ where: { id, version }, data })
  if (count !== 1) throw new Error('a locked learning goal was changed by somebody else')
}

function historyOf({ row, event }: Change) {
  const { command, to, byId, onBehalfOfId, at, comment, digest } = event
  return { goalId: row.id, at, command, status: to, byId, onBehalfOfId, comment, digest }
}

const OUTCOME = { APPROVE: 'APPROVED', REJECT: 'REJECTED', REVOKE_APPROVAL: 'WITHDRAWN' } as const

/** The record outlives the goal: who, when, in which capacity, and the very text whose digest it is. */
async function appendRecords(tx: Tx, changes: readonly Change[]) {
  const data = changes.flatMap(({ row, event, content }) => {
    const { command, source, byId, onBehalfOfId, at, comment } = event
    if (command !== 'APPROVE' && command !== 'REJECT' && command !== 'REVOKE_APPROVAL') return []
    if (!source) throw new Error('a decision has a source')
    const subject = { subjectKind: 'GOAL', subjectId: row.id, traineeId: row.traineeId } as const
    const decision = { outcome: OUTCOME[command], byId, onBehalfOfId, role: source, at, comment }
    return [{ ...subject, ...decision, content: content.text, digest: content.digest }]
  })
  if (data.length > 0) await tx.decisionRecord.createMany({ data })
}

const queueChangeOf = ({ row, goal, next }: Change) => ({
  kind: 'APPROVAL' as const,
  subjectId: row.id,
  traineeId: row.traineeId,
  before: placeOf(goal),
  after: placeOf(next),
})

const announce = (tx: Tx, { row, next, event }: Change) =>
  theBus().publish(tx, 'progress.goal-changed', row.id, {
    goalId: row.id,
    traineeId: row.traineeId,
    command: event.command,
    status: next.status,
    byId: event.byId,
    approverId: placeOf(next)?.personId ?? null,
    version: row.version + 1,
  })
