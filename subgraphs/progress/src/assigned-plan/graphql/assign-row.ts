import { memberOf, type Member } from '@kompetanse/command'
import type { Id } from '@kompetanse/schema/ids'
import { builder, NotFound } from '../../builder.ts'
import type { AssignRow } from '../use-cases/assign-plans.ts'
import { planById } from './plan-by-id.ts'
import { AssignedPlanRefused } from './refusals.ts'

const AssignPlanSuccess = builder
  .objectRef<{ readonly id: Id<'AssignedPlan'> }>('AssignPlanSuccess')
  .implement({ description: 'The plan was assigned.', fields: (t) => ({ plan: planById(t) }) })

const AssignPlanResult = builder.unionType('AssignPlanResult', {
  description: 'What became of one pair of trainee and plan.',
  types: [AssignPlanSuccess, AssignedPlanRefused, NotFound],
  resolveType: (value) => (value as unknown as Member).__typename,
})

export const AssignPlanRow = builder.objectRef<AssignRow>('AssignPlanRow').implement({
  description: 'One pair of trainee and plan, and what became of it.',
  fields: (t) => ({
    traineeId: t.exposeID('traineeId'),
    planTemplateId: t.exposeID('planTemplateId'),
    outcome: t.field({
      type: AssignPlanResult,
      resolve: ({ outcome }) => memberOf('AssignPlanSuccess', ['AssignedPlanRefused'], outcome) as never,
    }),
  }),
})
