import { type GraphContext, isId } from '@kompetanse/graph'
import type { Attachment } from '../../generated/db/client.ts'
import type { CommandOutcome } from '../../learning-activity/use-cases/perform-commands.ts'
import { claimUpload, removeOwn } from '../persistence/attachment-repository.ts'
import { changeActivity, type ActivityRow } from './change-activity.ts'

/** Makes an upload of the actor's own the activity's (F007), while the activity's content is open. */
export async function attachToActivity(
  { uploadId, ...row }: ActivityRow & { readonly uploadId: string },
  context: GraphContext,
): Promise<{ readonly outcome: CommandOutcome; readonly attachment: Attachment | null }> {
  let attachment: Attachment | null = null
  if (!isId(uploadId)) return { outcome: { kind: 'not-found', id: uploadId }, attachment }
  const outcome = await changeActivity(
    row,
    { name: 'ATTACH' },
    async (tx, { row: { id } }) => {
      attachment = await claimUpload(tx, uploadId, context, { activityId: id })
      return attachment ? { note: attachment.fileName } : { missing: uploadId }
    },
    context,
  )
  return { outcome, attachment }
}

/** Takes an attachment away again: only who uploaded it, only while the activity's content is open. */
export function removeActivityAttachment(
  { attachmentId, ...row }: ActivityRow & { readonly attachmentId: string },
  context: GraphContext,
): Promise<CommandOutcome> {
  return changeActivity(
    row,
    { name: 'ATTACH' },
    async (tx, { row: { id } }) => {
      const removed = isId(attachmentId) && (await removeOwn(tx, attachmentId, context, { activityId: id }))
      return removed ? { note: `− ${removed.fileName}` } : { missing: attachmentId }
    },
    context,
  )
}
