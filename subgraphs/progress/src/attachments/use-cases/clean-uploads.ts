import type { PrismaClient } from '../../generated/db/client.ts'
import { deleteAbandoned, findAbandoned } from '../persistence/upkeep.ts'
import type { FileStorage } from '../storage/storage.ts'

const A_DAY = 24 * 60 * 60 * 1000

/**
 * Deletes uploads that were not attached within a day. The row goes first, and only if it is still unattached, so
 * an attachment made meanwhile keeps its file; a crash between the two leaves an unnamed file, never a broken row.
 * Removed attachments stay: a record may have been made on the content that held them. Returns how many went.
 */
export async function cleanUploads(
  { prisma, storage }: { prisma: PrismaClient; storage: FileStorage },
  now: Date,
): Promise<number> {
  const before = new Date(now.getTime() - A_DAY)
  let cleaned = 0
  for (const id of await findAbandoned(prisma, before)) {
    if (!(await deleteAbandoned(prisma, id, before))) continue
    await storage.delete(id)
    cleaned += 1
  }
  return cleaned
}
