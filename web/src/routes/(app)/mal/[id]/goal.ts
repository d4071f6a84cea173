import type { ResultOf } from '#lib/graph/index.ts'
import type { GoalPage } from './operations.ts'

export type Goal = NonNullable<ResultOf<typeof GoalPage>['learningGoal']>
export type GoalActivity = Goal['activities']['edges'][number]['node']

export const can = (goal: Goal, command: Goal['availableCommands'][number]): boolean =>
  goal.availableCommands.includes(command)
