import type { GraphContext } from '@kompetanse/graph'
import { markBegun } from '../../assigned-plan/mark-begun.ts'
import { performWithEffect, type CommandOutcome } from '../../learning-goal/use-cases/perform-commands.ts'
import type { Comment } from '../../generated/db/client.ts'

/** Says something about a goal (F051, F061, F071). The text is kept as it is: a comment is not edited or removed. */
export async function commentOnGoal(
  { goalId, text }: { readonly goalId: string; readonly text: string | null },
  context: GraphContext,
): Promise<{ readonly outcome: CommandOutcome; readonly comment: Comment | null }> {
  let comment: Comment | null = null
  const outcome = await performWithEffect(
    { goalId, expectedVersion: null },
    { name: 'COMMENT', comment: text },
    async (tx, { row }) => {
      const data = { goalId: row.id, byId: context.actor.personId, at: context.now, text: text ?? '' }
      comment = await tx.comment.create({ data })
      await markBegun(tx, [row.assignedPlanId], context.now)
      return { note: null }
    },
    context,
  )
  return { outcome, comment }
}
