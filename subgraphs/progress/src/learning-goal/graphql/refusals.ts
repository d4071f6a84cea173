import type { Id } from '@kompetanse/schema/ids'
import { refusal } from '../../builder.ts'
import type { GoalRefusal } from '../domain/goal.ts'
import { goalById } from './goal-by-id.ts'

interface Refused {
  readonly id: Id<'LearningGoal'>
  readonly code: GoalRefusal
}

export const LearningGoalRefused = refusal<GoalRefusal, Refused>('LearningGoalRefused', {
  codes: {
    ...{ NOT_PERMITTED: '', NOT_IN_THIS_STATE: '', COMMENT_REQUIRED: '', APPROVER_NOT_ELIGIBLE: '' },
    ...{ OWN_GOAL: '', DATE_IN_FUTURE: '', PLAN_ARCHIVED: '' },
  },
  fields: (t) => ({ current: goalById(t, 'As it is now, so that buttons are redrawn at once.') }),
})
