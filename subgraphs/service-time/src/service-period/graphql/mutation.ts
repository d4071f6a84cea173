import type { FieldMap, InputFieldMap, InputShapeFromFields } from '@pothos/core'
import { NotFound, StaleVersion, type Types } from '../../builder.ts'
import { mutation } from '../../graph/mutation.ts'
import type { PeriodCommand } from '../domain/period.ts'
import type { Change } from '../persistence/save.ts'
import { periodCommands } from '../use-cases/commands.ts'
import { periodById } from './period-by-id.ts'
import { ServicePeriodRefused } from './refusals.ts'

type Builder = PothosSchemaTypes.ObjectFieldBuilder<Types, Change & { readonly id: string }>

interface PeriodMutation<Fields extends InputFieldMap> {
  readonly name: string
  readonly description: string
  /** What it takes beside the period and the version that the actor saw. */
  readonly input?: (t: PothosSchemaTypes.InputFieldBuilder<Types, 'InputObject'>) => Fields
  readonly command: (input: InputShapeFromFields<Fields>) => PeriodCommand
  /** What it gives; else the period. */
  readonly success?: (t: Builder) => FieldMap
}

/** Adds a mutation that gives a period a command. */
export const periodMutation = <Fields extends InputFieldMap>({
  input,
  command,
  success = (t) => ({ servicePeriod: periodById(t) }),
  ...named
}: PeriodMutation<Fields>) =>
  mutation({
    ...named,
    input: (t) => ({ ...seenPeriod(t), ...input?.(t) }),
    refusals: [ServicePeriodRefused, NotFound, StaleVersion],
    perform: ({ servicePeriodId: id, expectedVersion, ...rest }, context) =>
      periodCommands.perform({ id, expectedVersion, command: command(rest as never) }, context),
    success: (t) => success(t),
  })

/** The period, and the version that the actor saw of it. */
const seenPeriod = (t: PothosSchemaTypes.InputFieldBuilder<Types, 'InputObject'>) => ({
  servicePeriodId: t.id({ required: true }),
  expectedVersion: t.int({
    required: true,
    description: 'What the actor saw; anything newer is StaleVersion.',
  }),
})

/** Whether the change took the effect of a signature away. */
export const withdrewSignature = (t: Builder) =>
  t.boolean({ resolve: ({ period }) => period.status === 'SIGNED' })
