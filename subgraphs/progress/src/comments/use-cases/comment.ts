import type { GraphContext } from '@kompetanse/graph'
import { commented } from '@kompetanse/schema/events/progress'
import type { Id } from '@kompetanse/schema/ids'
import { markBegun } from '../../assigned-plan/persistence/mark-begun.ts'
import { bus, type Tx } from '../../database.ts'
import { activityCommands } from '../../learning-activity/use-cases/commands.ts'
import { goalCommands } from '../../learning-goal/use-cases/commands.ts'
import { commentMessage, withSubject } from '../persistence/message.ts'

/** Says something about an activity (F051, F065). A comment is kept as it is: not edited, not removed. */
export const commentOnActivity = (id: Id<'LearningActivity'>, text: string, context: GraphContext) =>
  activityCommands.performWith(said(id, text), comment('activityId', text, context), context)

/** The same of a goal (F051, F061, F071). */
export const commentOnGoal = (id: Id<'LearningGoal'>, text: string, context: GraphContext) =>
  goalCommands.performWith(said(id, text), comment('goalId', text, context), context)

const said = <Key extends string>(id: Key, text: string) => ({
  id,
  expectedVersion: null,
  command: { name: 'COMMENT', comment: text } as const,
})

interface Subject {
  readonly id: Id<'LearningActivity'> | Id<'LearningGoal'>
  readonly row: { readonly assignedPlanId: Id<'AssignedPlan'> }
}

const comment =
  (subject: 'activityId' | 'goalId', text: string, { actor, now }: GraphContext) =>
  async (tx: Tx, { id, row }: Subject) => {
    const data = { [subject]: id, byId: actor.personId, at: now, text }
    const made = await tx.comment.create({ data, include: withSubject })
    await markBegun(tx, [row.assignedPlanId], now)
    await bus.publishAll(tx, commented, [commentMessage(made)])
    return { made }
  }
