import { dayOf } from '@kompetanse/directory/day'
import type { Message } from '@kompetanse/events'
import { servicePeriod, type ServicePeriodEvent } from '@kompetanse/schema/events/service-time'
import { bus, type Tx } from '../../database.ts'
import type { SigningOutcome } from '../../generated/db/client.ts'
import { appendMoves } from '../../signing-queue/append.ts'
import type { Period, PeriodEvent } from '../domain/period.ts'
import { contentOf, type WholePeriod } from './content.ts'
import type { Loaded } from './load.ts'
import { toColumns } from './period-row.ts'

export interface Change extends Loaded {
  readonly next: Period
  readonly event: PeriodEvent
}

/**
 * Saves what was decided: rows, history, records, the queue's events and the message to other subgraphs, all in the
 * transaction that loaded and locked the rows; one statement of each however many changes.
 */
export async function saveChanges(tx: Tx, changes: readonly Change[]): Promise<void> {
  if (changes.length === 0) return
  await updateRows(tx, changes)
  await tx.servicePeriodHistory.createMany({ data: changes.map(historyOf) })
  const records = changes.flatMap(recordOf)
  if (records.length > 0) await tx.decisionRecord.createMany({ data: records })
  await appendMoves(
    tx,
    changes.map(({ row, period, next }) => ({ row, before: period, after: next })),
  )
  await bus.publishAll(
    tx,
    servicePeriod,
    changes.map(({ row, next }) => messageOf({ ...row, version: row.version + 1 }, next)),
  )
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

/** What other subgraphs are told of a period. */
export const messageOf = (row: WholePeriod, period: Period): Message<ServicePeriodEvent> => ({
  key: row.id,
  payload: {
    ...{ periodId: row.id, traineeId: row.traineeId, kind: row.kind, share: row.share },
    ...{ startsOn: dayOf(row.startsOn), endsOn: row.endsOn && dayOf(row.endsOn) },
    unsupervised: row.unsupervisedPeriods.map(({ startsOn, endsOn }) => ({
      startsOn: dayOf(startsOn),
      endsOn: dayOf(endsOn),
    })),
    ...{ status: period.status, removed: period.status === 'REMOVED', version: row.version },
  },
})
