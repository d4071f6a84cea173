import { today } from '@kompetanse/directory/day'
import { database } from '../../database.ts'
import { visibleActivity, visibleGoal } from '../../directory/visibility.ts'
import type { FindDownloadable } from '../http/download.ts'

/**
 * Who sees the goal or the activity sees what is attached to it, and who decides on a goal sees what its activities
 * rest on (F072); an upload is its uploader's alone.
 */
export const findDownloadable: FindDownloadable = (id, actor, now, { enough }) => {
  const day = today(now)
  return database.attachment.findFirst({
    where: {
      id,
      scan: { in: [...enough] },
      removedAt: null,
      OR: [
        { goal: visibleGoal(actor, day) },
        { activity: visibleActivity(actor, day) },
        { activity: { goals: { some: { goal: visibleGoal(actor, day) } } } },
        { uploadedById: actor.personId, attachedAt: null },
      ],
    },
    select: { id: true, fileName: true, mediaType: true, byteSize: true },
  })
}
