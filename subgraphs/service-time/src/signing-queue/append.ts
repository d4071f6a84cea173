import { appendQueueEvents, type QueuePlace } from '@kompetanse/live/queue'
import type { Tx } from '../database.ts'
import type { QueueTab } from '../generated/db/client.ts'
import type { Period } from '../service-period/domain/period.ts'

interface Moved {
  readonly row: { readonly id: string; readonly traineeId: string }
  readonly before: Period
  readonly after: Period
}

/** Tells open queues at the commit what became of these periods. */
export const appendMoves = (tx: Tx, moves: readonly Moved[]): Promise<void> =>
  appendQueueEvents(
    tx,
    moves.map(({ row, before, after }) => ({
      ...{ kind: 'SERVICE_TIME' as const, subjectId: row.id, traineeId: row.traineeId },
      ...{ before: placeOf(before), after: placeOf(after) },
    })),
  )

/** In whose queue a period stands; what was decided stays with whom it was sent to. */
const placeOf = (period: Period): QueuePlace<QueueTab> | null =>
  'request' in period ? { personId: period.request.signerId, tab: period.status } : null
