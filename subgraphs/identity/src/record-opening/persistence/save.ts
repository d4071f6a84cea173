import type { Tx } from '../../database.ts'
import type { Prisma, RecordOpening } from '../../generated/db/client.ts'
import { writeHistory } from '../../history/persistence/history.ts'

/** A new opening, with its history. */
export async function insertOpening(
  tx: Tx,
  data: Prisma.RecordOpeningUncheckedCreateInput,
): Promise<RecordOpening> {
  const row = await tx.recordOpening.create({ data })
  const state = { ...row, openedAt: row.openedAt.toISOString(), until: row.until.toISOString() }
  await writeHistory(
    tx,
    { command: 'OPEN_RECORD', byId: row.openedById, at: row.openedAt },
    { aggregate: 'record_opening', id: row.id, version: 1, state },
  )
  return row
}
