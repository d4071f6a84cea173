import type { Tx } from '../../database.ts'
import type { RecordOpening } from '../../generated/db/client.ts'
import { writeHistory } from '../../history/persistence/history.ts'

export const recordOpening = (tx: Tx, row: RecordOpening): Promise<unknown> =>
  writeHistory(
    tx,
    { command: 'OPEN_RECORD', byId: row.openedById, at: row.openedAt },
    {
      ...{ aggregate: 'record_opening', id: row.id, version: 1 },
      state: { ...row, openedAt: row.openedAt.toISOString(), until: row.until.toISOString() },
    },
  )
