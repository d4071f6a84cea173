import type { GraphContext } from '@kompetanse/graph'
import type { Tx } from '../../database.ts'
import type { Attachment } from '../../generated/db/client.ts'

type Subject = { readonly goalId: string } | { readonly activityId: string }

/** The actor's own upload, attached now; null when there is none that is free. Two at once: one gets it. */
export async function claimUpload(
  tx: Tx,
  id: string,
  { actor, now }: GraphContext,
  subject: Subject,
): Promise<Attachment | null> {
  const own = { id, uploadedById: actor.personId, attachedAt: null, scan: 'CLEAN' as const }
  const { count } = await tx.attachment.updateMany({ where: own, data: { ...subject, attachedAt: now } })
  return count === 1 ? tx.attachment.findUniqueOrThrow({ where: { id } }) : null
}

/**
 * Takes the actor's own attachment off its subject; null when it is not there or not the actor's. Row and file
 * stay: a decision may have been recorded on the content that held it.
 */
export async function removeOwn(
  tx: Tx,
  id: string,
  { actor, now }: GraphContext,
  subject: Subject,
): Promise<Attachment | null> {
  const own = { id, uploadedById: actor.personId, removedAt: null, ...subject }
  const { count } = await tx.attachment.updateMany({ where: own, data: { removedAt: now } })
  return count === 1 ? tx.attachment.findUniqueOrThrow({ where: { id } }) : null
}
