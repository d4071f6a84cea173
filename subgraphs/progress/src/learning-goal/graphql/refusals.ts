import { builder } from '../../builder.ts'
import type { GoalRefusal } from '../domain/goal.ts'
import { goalById } from './goal-by-id.ts'

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

interface Refused {
  readonly id: string
  readonly code: GoalRefusal
}

export const LearningGoalRefused = builder.objectRef<Refused>('LearningGoalRefused').implement({
  fields: (t) => ({
    code: t.expose('code', { type: LearningGoalRefusalCode }),
    goal: goalById(t, 'As it stands, so the buttons redraw at once.'),
  }),
})
