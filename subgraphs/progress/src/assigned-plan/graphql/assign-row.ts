import { builder, NotFound } from '../../builder.ts'
import type { AssignRow } from '../use-cases/assign-plans.ts'
import { AssignedPlanRefused, refusedWith } from './outcome.ts'
import { planById } from './plan-by-id.ts'

const AssignPlanDone = builder
  .objectRef<Extract<AssignRow['outcome'], { kind: 'done' }>>('AssignPlanDone')
  .implement({ fields: (t) => ({ plan: planById(t) }) })

const AssignPlanOutcome = builder.unionType('AssignPlanOutcome', {
  types: [AssignPlanDone, AssignedPlanRefused, NotFound],
  resolveType: (value) => (value as ReturnType<typeof toMember>).__typename,
})

export const AssignPlanRow = builder.objectRef<AssignRow>('AssignPlanRow').implement({
  fields: (t) => ({
    traineeId: t.exposeID('traineeId'),
    planTemplateId: t.exposeID('planTemplateId'),
    outcome: t.field({ type: AssignPlanOutcome, resolve: ({ outcome }) => toMember(outcome) }),
  }),
})

function toMember(outcome: AssignRow['outcome']) {
  switch (outcome.kind) {
    case 'done':
      return { ...outcome, __typename: 'AssignPlanDone' as const }
    case 'refused':
      return refusedWith(outcome.code)
    case 'not-found':
      return { ...outcome, __typename: 'NotFound' as const }
  }
}
