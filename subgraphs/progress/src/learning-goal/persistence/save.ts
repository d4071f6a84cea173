import { appendQueueEvents } from '@kompetanse/live/queue'
import { dateColumn } from '@kompetanse/calendar/day'
import { goalChanged } from '@kompetanse/schema/events/progress'
import { markBegun } from '../../assigned-plan/persistence/mark-begun.ts'
import { bus, type Tx } from '../../database.ts'
import { goalMessage } from '../../goal-changes/persistence/message.ts'
import { wholeSteps } from '../../goal-changes/persistence/whole-steps.ts'
import type { GoalStep } from '../domain/decide.ts'
import { columnsOf } from './goal-row.ts'
import type { Loaded } from './load.ts'
import { placeOf } from './queue-place.ts'

export type Change = Loaded & GoalStep

/**
 * Everything that must be written when goals take a step: their rows, history, the records of decisions, the plan's
 * beginning, live queues and the message to other subgraphs, in the transaction that loaded and locked them. One
 * statement of each however many goals; a goal may take several steps, one after the other.
 */
export async function saveChanges(tx: Tx, all: readonly Change[]): Promise<void> {
  // What is said of a goal changes nothing of it, so nobody's reading becomes stale by it.
  const changes = all.filter(({ event }) => event.command !== 'COMMENT')
  const first = changes[0]
  if (!first) return
  await updateRows(tx, changes)
  await tx.goalHistory.createMany({ data: changes.map(historyOf) })
  await appendRecords(tx, changes)
  await appendQueueEvents(tx, changes.map(queueChangeOf))
  await markBegun(
    tx,
    changes.map(({ row }) => row.assignedPlanId),
    first.event.at,
  )
  await bus.publishAll(tx, goalChanged, changes.map(messageOf))
}

async function updateRows(tx: Tx, changes: readonly Change[]): Promise<void> {
  const rows = wholeSteps(changes).map(({ next, ...whole }) => ({ ...whole, ...columnsOf(next) }))
  const updated = await tx.$executeRaw`
    UPDATE learning_goal g SET
      status = x.status::"GoalStatus", completed_on = x."completedOn", completion_comment = x."completionComment",
      approver_id = x."approverId", approver_role = x."approverRole"::"ApproverRole", sent_at = x."sentAt",
      outcome = x.outcome::"GoalOutcome", decided_by_id = x."decidedById",
      decided_on_behalf_of_id = x."decidedOnBehalfOfId", decision_source = x."decisionSource"::"ApprovalSource",
      decided_at = x."decidedAt", decision_comment = x."decisionComment", decision_digest = x."decisionDigest",
      version = g.version + x.steps
    FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) AS x(
      id uuid, version int, steps int, status text, "completedOn" date, "completionComment" text,
      "approverId" uuid, "approverRole" text, "sentAt" timestamptz,
      outcome text, "decidedById" uuid, "decidedOnBehalfOfId" uuid, "decisionSource" text,
      "decidedAt" timestamptz, "decisionComment" text, "decisionDigest" text)
    WHERE g.id = x.id AND g.version = x.version`
  if (updated !== rows.length) throw new Error('a locked learning goal was changed by somebody else')
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

function messageOf({ row, next, event }: Change) {
  const { command, ...cause } = event
  if (command === 'COMMENT') throw new Error('a comment changes nothing of a goal')
  const { completedOn, ...columns } = columnsOf(next)
  const after = { ...row, ...columns, completedOn: completedOn === null ? null : dateColumn(completedOn) }
  return goalMessage({ ...after, version: row.version + 1 }, { ...cause, command })
}
