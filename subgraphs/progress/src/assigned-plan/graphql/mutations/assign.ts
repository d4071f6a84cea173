import { builder } from '../../../builder.ts'
import { assignPlans, type AssignRow } from '../../use-cases/assign-plans.ts'
import { AssignPlanRow } from '../assign-row.ts'
import { AssignedPlanRefused, refusedWith } from '../outcome.ts'

const AssignPlansInput = builder.inputType('AssignPlansInput', {
  fields: (t) => ({
    traineeIds: t.idList({ required: true }),
    planTemplateIds: t.idList({ required: true }),
  }),
})

interface Success {
  readonly __typename: 'AssignPlansSuccess'
  readonly rows: readonly AssignRow[]
}

const AssignPlansSuccess = builder.objectRef<Success>('AssignPlansSuccess').implement({
  fields: (t) => ({ rows: t.field({ type: [AssignPlanRow], resolve: ({ rows }) => [...rows] }) }),
})

const AssignPlansResult = builder.unionType('AssignPlansResult', {
  types: [AssignPlansSuccess, AssignedPlanRefused],
  resolveType: (value) => value.__typename,
})

builder.mutationField('assignPlans', (t) =>
  t.field({
    type: AssignPlansResult,
    description: 'Table assignment: plans × trainees, one outcome per pair.',
    args: { input: t.arg({ type: AssignPlansInput, required: true }) },
    resolve: async (_root, { input }, context) => {
      const rows = await assignPlans(input.traineeIds, input.planTemplateIds, context)
      return typeof rows === 'string'
        ? refusedWith(rows)
        : { __typename: 'AssignPlansSuccess' as const, rows }
    },
  }),
)
