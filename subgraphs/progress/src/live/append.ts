import type { Tx } from '../database.ts'
import type { QueueKind, QueueTab } from '../generated/db/client.ts'

/** In whose queue something stands, and in which tab. */
export interface QueuePlace {
  readonly personId: string
  readonly tab: QueueTab
}

export interface QueueChange {
  readonly kind: QueueKind
  /** The activity or the goal. */
  readonly subjectId: string
  readonly traineeId: string
  /** Null where it stood, or stands, in nobody's queue. */
  readonly before: QueuePlace | null
  readonly after: QueuePlace | null
}

/**
 * Writes what happened to queues, in the transaction that made it happen; open queues hear of it at the commit.
 * One statement however many changes; changes that touch no queue are left out.
 */
export async function appendQueueEvents(tx: Tx, changes: readonly QueueChange[]): Promise<void> {
  const data = changes
    .filter(({ before, after }) => before ?? after)
    .map(({ kind, subjectId, traineeId, before, after }) => ({
      ...{ kind, subjectId, traineeId },
      beforePersonId: before?.personId ?? null,
      beforeTab: before?.tab ?? null,
      afterPersonId: after?.personId ?? null,
      afterTab: after?.tab ?? null,
    }))
  if (data.length > 0) await tx.queueEvent.createMany({ data })
}
