import type { InputFieldMap, InputShapeFromFields } from '@pothos/core'
import { NotFound, StaleVersion, type Types } from '../../builder.ts'
import { mutation } from '../../graph/mutation.ts'
import type { GoalCommand } from '../domain/goal.ts'
import { goalCommands } from '../use-cases/commands.ts'
import { goalById } from './goal-by-id.ts'
import { LearningGoalRefused } from './refusals.ts'

/** What every command on a goal that was seen may end in. */
export const GOAL_REFUSALS = [LearningGoalRefused, NotFound, StaleVersion]

interface GoalMutation<Fields extends InputFieldMap> {
  readonly name: string
  readonly description: string
  /** What it takes beside the goal and the version that the actor saw. */
  readonly input?: (t: PothosSchemaTypes.InputFieldBuilder<Types, 'InputObject'>) => Fields
  readonly command: (input: InputShapeFromFields<Fields>) => GoalCommand
}

/** Adds a mutation that gives a goal a command. */
export const goalMutation = <Fields extends InputFieldMap>({
  input,
  command,
  ...named
}: GoalMutation<Fields>) =>
  mutation({
    ...named,
    input: (t) => ({ ...seenGoal(t), ...input?.(t) }),
    refusals: GOAL_REFUSALS,
    perform: ({ goalId: id, expectedVersion, ...rest }, context) =>
      goalCommands.perform({ id, expectedVersion, command: command(rest as never) }, context),
    success: (t) => ({ goal: goalById(t) }),
  })

/** The goal, and the version that the actor saw of it. */
export const seenGoal = (t: PothosSchemaTypes.InputFieldBuilder<Types, 'InputObject'>) => ({
  goalId: t.id({ required: true }),
  expectedVersion: t.int({
    required: true,
    description: 'What the actor saw; anything newer is StaleVersion.',
  }),
})
