import { mutationsOn } from '../../graph/mutation.ts'
import { goalCommands } from '../use-cases/commands.ts'
import { goalById } from './goal-by-id.ts'
import { LearningGoalRefused } from './refusals.ts'

/** Adds a mutation that gives a goal a command. */
export const goalMutation = mutationsOn({
  id: 'goalId',
  refused: LearningGoalRefused,
  perform: goalCommands.perform,
  success: (t) => ({ goal: goalById(t) }),
})
