import { mutationsOn } from '../../graph/mutation.ts'
import { activityCommands } from '../use-cases/commands.ts'
import { activityById } from './activity-by-id.ts'
import { LearningActivityRefused } from './refusals.ts'

/** Adds a mutation that gives an activity a command. */
export const activityMutation = mutationsOn({
  id: 'activityId',
  refused: LearningActivityRefused,
  perform: activityCommands.perform,
  success: (t) => ({ activity: activityById(t) }),
})
