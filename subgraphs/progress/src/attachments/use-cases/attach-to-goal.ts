import { type GraphContext, isId } from '@kompetanse/graph'
import type { Attachment } from '../../generated/db/client.ts'
import {
  performWithEffect,
  type CommandOutcome,
  type CommandRow,
} from '../../learning-goal/use-cases/perform-commands.ts'
import { claimUpload, removeOwn } from '../persistence/attachment-repository.ts'

/**
 * Makes an upload of the actor's own the goal's (F052, F061), while the goal's content is open. An upload that is
 * somebody else's, already attached or cleaned away is not found.
 */
export async function attachToGoal(
  { uploadId, ...row }: CommandRow & { readonly uploadId: string },
  context: GraphContext,
): Promise<{ readonly outcome: CommandOutcome; readonly attachment: Attachment | null }> {
  let attachment: Attachment | null = null
  if (!isId(uploadId)) return { outcome: { kind: 'not_found', id: uploadId }, attachment }
  const outcome = await performWithEffect(
    row,
    { name: 'ATTACH' },
    async (tx, { row: { id } }) => {
      attachment = await claimUpload(tx, uploadId, context, { goalId: id })
      return attachment ? { note: attachment.fileName } : { missing: uploadId }
    },
    context,
  )
  return { outcome, attachment }
}

/** Takes an attachment away again: only who uploaded it, only while the goal's content is open. */
export function removeGoalAttachment(
  { attachmentId, ...row }: CommandRow & { readonly attachmentId: string },
  context: GraphContext,
): Promise<CommandOutcome> {
  return performWithEffect(
    row,
    { name: 'ATTACH' },
    async (tx, { row: { id } }) => {
      const removed = isId(attachmentId) && (await removeOwn(tx, attachmentId, context, { goalId: id }))
      return removed ? { note: `− ${removed.fileName}` } : { missing: attachmentId }
    },
    context,
  )
}
