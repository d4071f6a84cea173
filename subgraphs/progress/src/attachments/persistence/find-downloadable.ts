import { database } from '../../database.ts'
import { readableAttachment } from '../../directory/readable.ts'
import type { FindDownloadable } from '../http/download.ts'

/** Who may read the goal or the activity gets what is attached to it; an upload is its uploader's alone. */
export const findDownloadable: FindDownloadable = (id, actor, now) => {
  const own = actor.kind === 'person' ? [{ uploadedById: actor.personId, attachedAt: null }] : []
  return database.attachment.findFirst({
    where: { id, scan: 'CLEAN', removedAt: null, OR: [readableAttachment({ actor, now }), ...own] },
    select: { id: true, fileName: true, mediaType: true, byteSize: true },
  })
}
