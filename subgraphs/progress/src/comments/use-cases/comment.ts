import type { GraphContext } from '@kompetanse/graph'
import type { Id } from '@kompetanse/schema/ids'
import type { Tx } from '../../database.ts'
import { activityCommands } from '../../learning-activity/use-cases/commands.ts'
import { goalCommands } from '../../learning-goal/use-cases/commands.ts'
import { insertComment, type Written } from '../persistence/save.ts'

/** Says something about an activity (F051, F065). A comment is kept as it is: not edited, not removed. */
export const commentOnActivity = (activityId: Id<'LearningActivity'>, text: string, context: GraphContext) =>
  activityCommands.performWith(said(activityId, text), comment({ activityId, text }, context), context)

/** The same of a goal (F051, F061, F071). */
export const commentOnGoal = (goalId: Id<'LearningGoal'>, text: string, context: GraphContext) =>
  goalCommands.performWith(said(goalId, text), comment({ goalId, text }, context), context)

const said = <Key extends string>(id: Key, text: string) => ({
  id,
  expectedVersion: null,
  command: { name: 'COMMENT', comment: text } as const,
})

interface Subject {
  readonly row: { readonly assignedPlanId: Id<'AssignedPlan'> }
}

const comment =
  (written: Written, context: GraphContext) =>
  async (tx: Tx, { row: { assignedPlanId } }: Subject) => ({
    made: await insertComment(tx, { ...written, assignedPlanId }, context),
  })
