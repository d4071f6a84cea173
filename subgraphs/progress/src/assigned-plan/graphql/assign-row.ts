import { memberOf, type Member } from '@kompetanse/command'
import type { Id } from '@kompetanse/schema/ids'
import { builder, NotFound } from '../../builder.ts'
import type { AssignRow } from '../use-cases/assign-plans.ts'
import { planById } from './plan-by-id.ts'
import { AssignedPlanRefused } from './refusals.ts'

const AssignPlanDone = builder
  .objectRef<{ readonly id: Id<'AssignedPlan'> }>('AssignPlanDone')
  .implement({ fields: (t) => ({ plan: planById(t) }) })

const AssignPlanOutcome = builder.unionType('AssignPlanOutcome', {
  types: [AssignPlanDone, AssignedPlanRefused, NotFound],
  resolveType: (value) => (value as unknown as Member).__typename,
})

export const AssignPlanRow = builder.objectRef<AssignRow>('AssignPlanRow').implement({
  fields: (t) => ({
    traineeId: t.exposeID('traineeId'),
    planTemplateId: t.exposeID('planTemplateId'),
    outcome: t.field({
      type: AssignPlanOutcome,
      resolve: ({ outcome }) => memberOf('AssignPlanDone', ['AssignedPlanRefused'], outcome) as never,
    }),
  }),
})
