import type { PrismaClient } from '../../generated/db/client.ts'
import type { FileStorage } from '../storage/storage.ts'

const A_DAY = 24 * 60 * 60 * 1000
const BATCH = 500

/**
 * Deletes uploads that were not attached within a day. The row goes first, and only if it is still unattached, so
 * an attachment made meanwhile keeps its file; a crash between the two leaves an unnamed file, never a broken row.
 * Removed attachments stay: a record may have been made on the content that held them. Returns how many went.
 */
export async function cleanUploads(
  { prisma, storage }: { prisma: PrismaClient; storage: FileStorage },
  now: Date,
): Promise<number> {
  const abandoned = { attachedAt: null, uploadedAt: { lt: new Date(now.getTime() - A_DAY) } }
  const uploads = await prisma.attachment.findMany({ where: abandoned, select: { id: true }, take: BATCH })
  let cleaned = 0
  for (const { id } of uploads) {
    const { count } = await prisma.attachment.deleteMany({ where: { id, ...abandoned } })
    if (count === 0) continue
    await storage.delete(id)
    cleaned += 1
  }
  return cleaned
}
