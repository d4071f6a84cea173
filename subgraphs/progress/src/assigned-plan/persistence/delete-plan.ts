import type { Id } from '@kompetanse/schema/ids'
import type { Tx } from '../../database.ts'
import type { Prisma } from '../../generated/db/client.ts'

/** Everything of a plan as it is, for the log of a deletion; triggers look there for each row that goes. */
export async function snapshotOf(tx: Tx, assignedPlanId: Id<'AssignedPlan'>): Promise<Prisma.InputJsonValue> {
  const content = {
    plan: await tx.assignedPlan.findUniqueOrThrow({ where: { id: assignedPlanId } }),
    goals: await tx.learningGoal.findMany({
      where: { assignedPlanId },
      include: { history: true, comments: true, attachments: true, recommendations: true },
    }),
    activities: await tx.learningActivity.findMany({
      where: { assignedPlanId },
      include: { history: true, comments: true, attachments: true, goals: true },
    }),
  }
  return JSON.parse(JSON.stringify(content)) as Prisma.InputJsonValue
}

/**
 * Deletes a plan with all that hangs on it. History goes only in a transaction that has written the plan's content
 * to its log before, word for word: triggers see to that. Records of decisions stay.
 */
export async function deletePlan(tx: Tx, assignedPlanId: Id<'AssignedPlan'>): Promise<void> {
  const ofGoal = { goal: { assignedPlanId } }
  const ofActivity = { activity: { assignedPlanId } }
  await tx.goalHistory.deleteMany({ where: ofGoal })
  await tx.activityHistory.deleteMany({ where: ofActivity })
  await tx.comment.deleteMany({ where: { OR: [ofGoal, ofActivity] } })
  await tx.attachment.deleteMany({ where: { OR: [ofGoal, ofActivity] } })
  await tx.activityGoal.deleteMany({ where: ofGoal })
  await tx.recommendation.deleteMany({ where: ofGoal })
  await tx.learningActivity.deleteMany({ where: { assignedPlanId } })
  await tx.learningGoal.deleteMany({ where: { assignedPlanId } })
  await tx.assignedPlan.delete({ where: { id: assignedPlanId } })
}
