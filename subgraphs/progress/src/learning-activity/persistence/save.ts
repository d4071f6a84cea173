import { appendQueueEvents } from '@kompetanse/live/queue'
import { activityChanged } from '@kompetanse/schema/events/progress'
import { markBegun } from '../../assigned-plan/persistence/mark-begun.ts'
import { bus, type Tx } from '../../database.ts'
import type { RecordOutcome } from '../../generated/db/client.ts'
import { wholeSteps } from '../../goal-changes/persistence/whole-steps.ts'
import { activitiesChanged } from '../../goal-changes/persistence/basis-changed.ts'
import { type QueuePlace } from '../../live/queues.ts'
import type { Activity, ActivityCommandName } from '../domain/activity.ts'
import type { ActivityStep } from '../domain/decide.ts'
import { toColumns } from './columns.ts'
import type { Loaded } from './load.ts'
import { activityMessage } from './message.ts'

export type Change = Loaded & ActivityStep

/**
 * Saves what was decided: rows, history, records, the queues' events and the message to other subgraphs, all in
 * the transaction that loaded and locked the rows. One statement of each however many changes; an activity may take
 * several steps, one after the other.
 */
export async function saveChanges(tx: Tx, all: readonly Change[]): Promise<void> {
  // What is said of an activity changes nothing of it, so nobody's reading becomes stale by it.
  const changes = all.filter(({ event }) => event.command !== 'COMMENT')
  const first = changes[0]
  if (!first) return
  await endLapsed(tx, changes)
  await updateRows(tx, changes)
  await appendHistory(tx, changes)
  await appendRecords(tx, changes)
  await appendQueueEvents(tx, changes.map(queueChange))
  // Activities, goals, plans: commands on goals lock in this order too, so that none waits in a circle.
  await activitiesChanged(
    tx,
    changes.map(({ row }) => row.id),
    first.event,
  )
  await markBegun(
    tx,
    changes.map(({ row }) => row.assignedPlanId),
    first.event.at,
  )
  await bus.publishAll(tx, activityChanged, changes.map(messageOf))
}

/**
 * What was signed and has lapsed is done anew: its signature ends first, in a statement of its own, for the database lets
 * nobody change what is signed in the one that ends it.
 */
async function endLapsed(tx: Tx, changes: readonly Change[]): Promise<void> {
  const anew = changes.filter(({ row, next }) => row.status === 'SIGNED' && next.status !== 'LAPSED')
  const ids = anew.flatMap(({ row, activity }) => (activity.status === 'LAPSED' ? row.id : []))
  if (ids.length === 0) return
  await tx.$executeRaw`
    UPDATE learning_activity SET status = 'REGISTERED', signer_id = NULL, signer_role = NULL, sent_at = NULL,
      signed_by_id = NULL, signed_on_behalf_of_id = NULL, signed_at = NULL, signature_comment = NULL,
      signature_digest = NULL, valid_until = NULL
    WHERE id = ANY(${ids}::uuid[]) AND status = 'SIGNED'`
}

async function updateRows(tx: Tx, changes: readonly Change[]): Promise<void> {
  const rows = wholeSteps(changes).map(({ next, ...whole }) => ({ ...whole, ...toColumns(next) }))
  const updated = await tx.$executeRaw`
    UPDATE learning_activity a SET
      status = x.status::"ActivityStatus", performed_on = x.performed_on, comment = x.comment,
      signer_id = x.signer_id, signer_role = x.signer_role::"SignerRole", sent_at = x.sent_at,
      rejected_by_id = x.rejected_by_id, rejected_at = x.rejected_at, rejection_comment = x.rejection_comment,
      signed_by_id = x.signed_by_id, signed_on_behalf_of_id = x.signed_on_behalf_of_id, signed_at = x.signed_at,
      signature_comment = x.signature_comment, signature_digest = x.signature_digest,
      fulfilled_by_id = x.fulfilled_by_id, fulfilled_at = x.fulfilled_at,
      fulfilment_comment = x.fulfilment_comment, valid_until = x.valid_until, version = a.version + x.steps
    FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) AS x(
      id uuid, version int, steps int, status text, performed_on date, comment text,
      signer_id uuid, signer_role text, sent_at timestamptz,
      rejected_by_id uuid, rejected_at timestamptz, rejection_comment text,
      signed_by_id uuid, signed_on_behalf_of_id uuid, signed_at timestamptz, signature_comment text,
      signature_digest text, fulfilled_by_id uuid, fulfilled_at timestamptz, fulfilment_comment text,
      valid_until date)
    WHERE a.id = x.id AND a.version = x.version`
  if (updated !== rows.length) throw new Error('a locked learning activity was changed by somebody else')
}

const appendHistory = (tx: Tx, changes: readonly Change[]) =>
  tx.activityHistory.createMany({
    data: changes.map(({ row, next, event }) => ({
      activityId: row.id,
      ...{ at: event.at, command: event.command, comment: event.comment, digest: event.digest },
      status: toColumns(next).status as never,
      ...{ byId: event.byId, onBehalfOfId: event.onBehalfOfId },
    })),
  })

const RECORDED: Partial<Record<ActivityCommandName, RecordOutcome>> = {
  SIGN: 'SIGNED',
  REJECT: 'REJECTED',
  WITHDRAW_SIGNATURE: 'WITHDRAWN',
}

async function appendRecords(tx: Tx, changes: readonly Change[]): Promise<void> {
  const data = changes.flatMap(({ row, event, content }) => {
    const outcome = RECORDED[event.command]
    if (!outcome || event.digest === null) return []
    const { byId, onBehalfOfId, at, comment, digest } = event
    const subject = { subjectKind: 'ACTIVITY', subjectId: row.id, traineeId: row.traineeId } as const
    return [
      { ...subject, outcome, byId, onBehalfOfId, role: row.signerRole ?? '', at, comment, content, digest },
    ]
  })
  if (data.length > 0) await tx.decisionRecord.createMany({ data })
}

const queueChange = ({ row, activity, next }: Change) => ({
  kind: 'SIGNING' as const,
  subjectId: row.id,
  traineeId: row.traineeId,
  before: placeOf(activity),
  after: placeOf(next),
})

/** Whose queue holds an activity. The signer's keeps it, also after it has lapsed. */
function placeOf(activity: Activity): QueuePlace | null {
  if (activity.status === 'LAPSED') return placeOf(activity.was)
  if (!('request' in activity)) return null
  return { personId: activity.request.signerId, tab: activity.status === 'SIGNED' ? 'DONE' : activity.status }
}

function messageOf({ row, next, event }: Change) {
  const { command, ...cause } = event
  if (command === 'COMMENT') throw new Error('a comment changes nothing of an activity')
  return activityMessage({ ...row, version: row.version + 1 }, next, { ...cause, command })
}
