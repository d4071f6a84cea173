import { database } from '../../database.ts'
import { readableAttachment } from '../../directory/readable.ts'
import type { FindDownloadable } from '../http/download.ts'

/** Who may read the goal or the activity gets what is attached to it; an upload is its uploader's alone. */
export const findDownloadable: FindDownloadable = (id, actor, now, { enough }) => {
  const own = actor.kind === 'person' ? [{ uploadedById: actor.personId, attachedAt: null }] : []
  const scan = { in: [...enough] }
  return database.attachment.findFirst({
    where: { id, scan, removedAt: null, OR: [readableAttachment({ actor, now }), ...own] },
    select: { id: true, fileName: true, mediaType: true, byteSize: true },
  })
}
