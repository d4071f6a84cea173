import type { FieldMap, InputFieldMap, InputShapeFromFields } from '@pothos/core'
import { NotFound, StaleVersion, type Types } from '../../builder.ts'
import { mutation } from '../../graph/mutation.ts'
import type { ActivityCommand } from '../domain/activity.ts'
import type { Change } from '../persistence/save.ts'
import { activityCommands } from '../use-cases/commands.ts'
import { activityById } from './activity-by-id.ts'
import { LearningActivityRefused } from './refusals.ts'

/** What every command on an activity that was seen may end in. */
export const ACTIVITY_REFUSALS = [LearningActivityRefused, NotFound, StaleVersion]

interface ActivityMutation<Fields extends InputFieldMap> {
  readonly name: string
  readonly description: string
  /** What it takes beside the activity and the version that the actor saw. */
  readonly input?: (t: PothosSchemaTypes.InputFieldBuilder<Types, 'InputObject'>) => Fields
  readonly command: (input: InputShapeFromFields<Fields>) => ActivityCommand
  /** What it gives beside the activity. */
  readonly success?: (t: PothosSchemaTypes.ObjectFieldBuilder<Types, Change>) => FieldMap
}

/** Adds a mutation that gives an activity a command. */
export const activityMutation = <Fields extends InputFieldMap>({
  input,
  command,
  success,
  ...named
}: ActivityMutation<Fields>) =>
  mutation({
    ...named,
    input: (t) => ({ ...seenActivity(t), ...input?.(t) }),
    refusals: ACTIVITY_REFUSALS,
    perform: ({ activityId: id, expectedVersion, ...rest }, context) =>
      activityCommands.perform({ id, expectedVersion, command: command(rest as never) }, context),
    success: (t) => ({ activity: activityById(t), ...success?.(t) }),
  })

/** The activity, and the version that the actor saw of it. */
export const seenActivity = (t: PothosSchemaTypes.InputFieldBuilder<Types, 'InputObject'>) => ({
  activityId: t.id({ required: true }),
  expectedVersion: t.int({
    required: true,
    description: 'What the actor saw; anything newer is StaleVersion.',
  }),
})
