import type { Id } from '@kompetanse/schema/ids'
import type { Tx } from '../../database.ts'
import type { FileScanStatus } from '../../generated/db/client.ts'

const BATCH = 500

const abandoned = (before: Date) => ({ attachedAt: null, uploadedAt: { lt: before } })
const NOT_SCANNED = { scan: 'NOT_SCANNED' } as const

/** Uploads from before a time that were not attached, a batch of them. */
export async function findAbandoned(db: Tx, before: Date): Promise<readonly Id<'Attachment'>[]> {
  const where = abandoned(before)
  const uploads = await db.attachment.findMany({ where, select: { id: true }, take: BATCH })
  return uploads.map(({ id }) => id)
}

/** False when it has been attached meanwhile, or another replica deleted it. */
export async function deleteAbandoned(db: Tx, id: Id<'Attachment'>, before: Date): Promise<boolean> {
  const { count } = await db.attachment.deleteMany({ where: { id, ...abandoned(before) } })
  return count > 0
}

/** Files that no scanner has looked at, a batch of them. */
export async function findUnscanned(db: Tx): Promise<readonly Id<'Attachment'>[]> {
  const unscanned = await db.attachment.findMany({ where: NOT_SCANNED, select: { id: true }, take: BATCH })
  return unscanned.map(({ id }) => id)
}

/** False when another replica had it scanned meanwhile. */
export async function saveScan(db: Tx, id: Id<'Attachment'>, scan: FileScanStatus): Promise<boolean> {
  const { count } = await db.attachment.updateMany({ where: { id, ...NOT_SCANNED }, data: { scan } })
  return count > 0
}
