import { appendQueueEvents, type QueuePlace } from '@kompetanse/live/queue'
import { servicePeriod } from '@kompetanse/schema/events/service-time'
import { bus, type Tx } from '../../database.ts'
import type { QueueTab, SigningOutcome } from '../../generated/db/client.ts'
import type { PeriodStep } from '../domain/decide.ts'
import type { Period, PeriodEvent } from '../domain/period.ts'
import { contentOf, whole, type WholePeriod } from './content.ts'
import { replaceDetails } from './details.ts'
import type { Loaded } from './load.ts'
import { periodMessage } from './message.ts'
import { toColumns } from './period-row.ts'

export type Change = Loaded & PeriodStep

/**
 * Saves what was decided: rows, history, records, the queue's events and the message to other subgraphs, all in the
 * transaction that loaded and locked the rows; one statement of each however many changes. Edits come one at a time.
 */
export async function saveChanges(tx: Tx, decided: readonly Change[]): Promise<void> {
  if (decided.length === 0) return
  const changes = await stateAnew(tx, decided)
  await updateRows(tx, changes)
  await tx.servicePeriodHistory.createMany({ data: changes.map(historyOf) })
  const records = changes.flatMap(recordOf)
  if (records.length > 0) await tx.decisionRecord.createMany({ data: records })
  await appendQueueEvents(tx, changes.map(moveOf))
  await bus.publishAll(
    tx,
    servicePeriod,
    changes.map(({ row, next, event }) => periodMessage({ ...row, version: row.version + 1 }, next, event)),
  )
}

/** Writes what edits state; their rows are then as they read now, of the version they had. */
async function stateAnew(tx: Tx, changes: readonly Change[]): Promise<readonly Change[]> {
  const edits = changes.flatMap(({ row: { id }, stated }) => (stated ? { id, stated } : []))
  if (edits.length === 0) return changes
  for (const { id, stated } of edits) await replaceDetails(tx, id, stated)
  const ids = edits.map(({ id }) => id)
  const rows = await tx.servicePeriod.findMany({ where: { id: { in: ids } }, include: whole })
  const anew = new Map(rows.map((row) => [row.id, row]))
  return changes.map((change) => ({ ...change, row: anew.get(change.row.id) ?? change.row }))
}

async function updateRows(tx: Tx, changes: readonly Change[]): Promise<void> {
  const rows = changes.map(({ row, next, event }) => ({
    ...{ id: row.id, version: row.version },
    ...toColumns(next, event.at),
  }))
  const updated = await tx.$executeRaw`
    UPDATE service_period p SET
      status = x.status::"ServicePeriodStatus", signer_id = x."signerId", sent_at = x."sentAt",
      signed_by_id = x."signedById", signed_on_behalf_of_id = x."signedOnBehalfOfId", signed_at = x."signedAt",
      signature_comment = x."signatureComment", signature_digest = x."signatureDigest",
      rejected_by_id = x."rejectedById", rejected_on_behalf_of_id = x."rejectedOnBehalfOfId",
      rejected_at = x."rejectedAt", rejection_comment = x."rejectionComment", removed_at = x."removedAt",
      version = p.version + 1
    FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) AS x(
      id uuid, version int, status text, "signerId" uuid, "sentAt" timestamptz, "signedById" uuid,
      "signedOnBehalfOfId" uuid, "signedAt" timestamptz, "signatureComment" text, "signatureDigest" text,
      "rejectedById" uuid, "rejectedOnBehalfOfId" uuid, "rejectedAt" timestamptz, "rejectionComment" text,
      "removedAt" timestamptz)
    WHERE p.id = x.id AND p.version = x.version`
  if (updated !== rows.length) throw new Error('a locked service period was changed by somebody else')
}

const historyOf = ({ row, next, event }: Change) => ({
  periodId: row.id,
  status: next.status === 'REMOVED' ? null : next.status,
  ...{ at: event.at, command: event.command, byId: event.byId, onBehalfOfId: event.onBehalfOfId },
  ...{ comment: event.comment, digest: event.digest, content: contentOf(toldOf(row, event)) },
})

/** What a decision was made on; of an edit, what it made of it, so that no version has two contents. */
const toldOf = (row: WholePeriod, { command }: PeriodEvent): WholePeriod =>
  command === 'EDIT' ? { ...row, version: row.version + 1 } : row

function outcomeOf({ command, from }: PeriodEvent): SigningOutcome | null {
  if (command === 'SIGN') return 'SIGNED'
  if (command === 'REJECT') return 'REJECTED'
  return from === 'SIGNED' ? 'FELL_AWAY' : null
}

function recordOf({ row, content, event }: Change) {
  const outcome = outcomeOf(event)
  if (outcome === null || event.digest === null) return []
  const { byId, onBehalfOfId, at, comment, digest } = event
  const role = outcome === 'FELL_AWAY' ? 'TRAINEE' : onBehalfOfId === null ? 'LEADER' : 'DEPUTY'
  const subject = { periodId: row.id, traineeId: row.traineeId, outcome }
  return [{ ...subject, byId, onBehalfOfId, role, at, comment, content, digest }]
}

const moveOf = ({ row, period, next }: Change) => ({
  ...{ kind: 'SERVICE_TIME' as const, subjectId: row.id, traineeId: row.traineeId },
  ...{ before: placeOf(period), after: placeOf(next) },
})

/** Whose queue holds a period: its signer's, also after the decision. */
const placeOf = (period: Period): QueuePlace<QueueTab> | null =>
  'request' in period ? { personId: period.request.signerId, tab: period.status } : null
