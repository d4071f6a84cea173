import type { Id } from '@kompetanse/schema/ids'
import { database } from '../../database.ts'
import { readableAttachment } from '../../directory/readable.ts'
import type { Actor } from '@kompetanse/schema/actor-token'
import type { VirusScanner } from '../scanning/scanner.ts'

export interface Downloadable {
  readonly id: Id<'Attachment'>
  readonly fileName: string
  readonly mediaType: string
  readonly byteSize: number
}

/** The file that this actor may read, or null: unknown, removed, not known to be clean and hidden are one. */
export type FindDownloadable = (
  id: Id<'Attachment'>,
  actor: Actor,
  now: Date,
  scanner: Pick<VirusScanner, 'enough'>,
) => Promise<Downloadable | null>

/** Who may read the goal or the activity gets what is attached to it; an upload is its uploader's alone. */
export const findDownloadable: FindDownloadable = (id, actor, now, { enough }) => {
  const own = actor.kind === 'person' ? [{ uploadedById: actor.personId, attachedAt: null }] : []
  const scan = { in: [...enough] }
  return database.attachment.findFirst({
    where: { id, scan, removedAt: null, OR: [readableAttachment({ actor, now }), ...own] },
    select: { id: true, fileName: true, mediaType: true, byteSize: true },
  })
}
