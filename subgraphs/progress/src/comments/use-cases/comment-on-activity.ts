import type { GraphContext } from '@kompetanse/graph'
import { markBegun } from '../../assigned-plan/mark-begun.ts'
import { changeActivity } from '../../attachments/use-cases/change-activity.ts'
import type { Comment } from '../../generated/db/client.ts'
import type { CommandOutcome } from '../../learning-activity/use-cases/perform-commands.ts'

/** Says something about an activity (F051, F065). */
export async function commentOnActivity(
  { activityId, text }: { readonly activityId: string; readonly text: string | null },
  context: GraphContext,
): Promise<{ readonly outcome: CommandOutcome; readonly comment: Comment | null }> {
  let comment: Comment | null = null
  const outcome = await changeActivity(
    { activityId, expectedVersion: null },
    { name: 'COMMENT', comment: text },
    async (tx, { row }) => {
      const data = { activityId: row.id, byId: context.actor.personId, at: context.now, text: text ?? '' }
      comment = await tx.comment.create({ data })
      await markBegun(tx, [row.assignedPlanId], context.now)
      return { note: null }
    },
    context,
  )
  return { outcome, comment }
}
