import type { GraphContext } from '@kompetanse/graph'
import type { Id } from '@kompetanse/schema/ids'
import type { Tx } from '../../database.ts'
import type { Attachment, FileScanStatus, Prisma } from '../../generated/db/client.ts'
import { fitsQuota, type Loose } from '../domain/quota.ts'

/** What an upload must be known to be before it is attached; to be served it may take more. */
const HARMLESS: FileScanStatus[] = ['CLEAN', 'NOT_SCANNED']

type Subject = { readonly goalId: Id<'LearningGoal'> } | { readonly activityId: Id<'LearningActivity'> }

/** What the person has uploaded and not attached, as long as it has not been cleaned away. */
export async function looseUploads(tx: Tx, uploadedById: Id<'Person'>): Promise<Loose> {
  const { _count, _sum } = await tx.attachment.aggregate({
    where: { uploadedById, attachedAt: null },
    _count: true,
    _sum: { byteSize: true },
  })
  return { files: _count, bytes: _sum.byteSize ?? 0 }
}

type NewUpload = Prisma.AttachmentUncheckedCreateInput & { readonly uploadedById: Id<'Person'> }

/** Writes the upload's row unless it would be too much; a person's uploads wait for each other, so none slips by. */
export async function addUpload(tx: Tx, data: NewUpload): Promise<boolean> {
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${data.uploadedById}, 0))`
  if (!fitsQuota(await looseUploads(tx, data.uploadedById), data.byteSize)) return false
  await tx.attachment.create({ data })
  return true
}

/** The actor's own upload, attached now; null when there is none that is free. Two at once: one gets it. */
export async function claimUpload(
  tx: Tx,
  id: Id<'Attachment'>,
  { actor, now }: GraphContext,
  subject: Subject,
): Promise<Attachment | null> {
  const own = { id, uploadedById: actor.personId, attachedAt: null, scan: { in: HARMLESS } }
  const { count } = await tx.attachment.updateMany({ where: own, data: { ...subject, attachedAt: now } })
  return count === 1 ? tx.attachment.findUniqueOrThrow({ where: { id } }) : null
}

/**
 * Takes the actor's own attachment off its subject; null when it is not there or not the actor's. Row and file
 * stay: a decision may have been recorded on the content that held it.
 */
export async function removeOwn(
  tx: Tx,
  id: Id<'Attachment'>,
  { actor, now }: GraphContext,
  subject: Subject,
): Promise<Attachment | null> {
  const own = { id, uploadedById: actor.personId, removedAt: null, ...subject }
  const { count } = await tx.attachment.updateMany({ where: own, data: { removedAt: now } })
  return count === 1 ? tx.attachment.findUniqueOrThrow({ where: { id } }) : null
}
