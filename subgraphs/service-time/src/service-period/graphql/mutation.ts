import type { Id } from '@kompetanse/schema/ids'
import type { Types } from '../../builder.ts'
import { mutationsOn } from '../../graph/mutation.ts'
import type { Change } from '../persistence/save.ts'
import { periodCommands } from '../use-cases/commands.ts'
import { periodById } from './period-by-id.ts'
import { ServicePeriodRefused } from './refusals.ts'

/** Adds a mutation that gives a period a command. */
export const periodMutation = mutationsOn({
  id: 'servicePeriodId',
  refused: ServicePeriodRefused,
  perform: periodCommands.perform,
  success: (t) => ({ servicePeriod: periodById(t) }),
})

/** Whether the change took the effect of a signature away. */
export const withdrewSignature = (
  t: PothosSchemaTypes.ObjectFieldBuilder<Types, Change & { readonly id: Id<'ServicePeriod'> }>,
) => t.boolean({ resolve: ({ period }) => period.status === 'SIGNED' })
