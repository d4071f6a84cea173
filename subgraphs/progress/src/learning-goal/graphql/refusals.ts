import { builder, NotFound, StaleVersion } from '../../builder.ts'
import type { LearningGoal as GoalRow } from '../../generated/db/client.ts'
import type { GoalRefusal } from '../domain/goal.ts'
import { LearningGoal } from './LearningGoal.ts'

const LearningGoalRefusalCode = builder.enumType('LearningGoalRefusalCode', {
  values: [
    'NOT_PERMITTED',
    'NOT_IN_THIS_STATE',
    'COMMENT_REQUIRED',
    'APPROVER_NOT_ELIGIBLE',
    'OWN_GOAL',
    'DATE_IN_FUTURE',
    'PLAN_ARCHIVED',
  ] as const satisfies GoalRefusal[],
})

export interface RefusedShape {
  readonly __typename: 'LearningGoalRefused'
  readonly code: GoalRefusal
  readonly goal: GoalRow
}

export const LearningGoalRefused = builder.objectRef<RefusedShape>('LearningGoalRefused').implement({
  fields: (t) => ({
    code: t.expose('code', { type: LearningGoalRefusalCode }),
    goal: t.field({
      type: LearningGoal,
      description: 'As it stands, so the buttons redraw at once.',
      resolve: ({ goal }) => goal,
    }),
  }),
})

/** The refusals that every command on a goal can end in. */
export const REFUSALS = [LearningGoalRefused, NotFound, StaleVersion] as const
