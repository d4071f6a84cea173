import type { GraphContext } from '@kompetanse/graph'
import { commented } from '@kompetanse/schema/events/progress'
import type { Id } from '@kompetanse/schema/ids'
import { markBegun } from '../../assigned-plan/persistence/mark-begun.ts'
import { bus, type Tx } from '../../database.ts'
import { commentMessage, withSubject } from './message.ts'

type Subject = { readonly activityId: Id<'LearningActivity'> } | { readonly goalId: Id<'LearningGoal'> }

/** What is written, and about what. */
export type Written = Subject & { readonly text: string }

/** A new comment, with its event. Of its plan something has been done. */
export async function insertComment(
  tx: Tx,
  { assignedPlanId, ...written }: Written & { readonly assignedPlanId: Id<'AssignedPlan'> },
  { actor, now }: GraphContext,
) {
  const data = { ...written, byId: actor.personId, at: now }
  const made = await tx.comment.create({ data, include: withSubject })
  await markBegun(tx, [assignedPlanId], now)
  await bus.publishAll(tx, commented, [commentMessage(made)])
  return made
}
