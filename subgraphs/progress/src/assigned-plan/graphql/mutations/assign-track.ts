import { builder, NotFound } from '../../../builder.ts'
import { assignTrackPlans, type AssignRow } from '../../use-cases/assign-plans.ts'
import { AssignPlanRow } from '../assign-row.ts'
import { AssignedPlanRefused, refusedWith } from '../outcome.ts'

const AssignTrackPlansInput = builder.inputType('AssignTrackPlansInput', {
  fields: (t) => ({ traineeId: t.id({ required: true }) }),
})

interface Success {
  readonly __typename: 'AssignTrackPlansSuccess'
  readonly rows: readonly AssignRow[]
}

const AssignTrackPlansSuccess = builder.objectRef<Success>('AssignTrackPlansSuccess').implement({
  fields: (t) => ({ rows: t.field({ type: [AssignPlanRow], resolve: ({ rows }) => [...rows] }) }),
})

const AssignTrackPlansResult = builder.unionType('AssignTrackPlansResult', {
  types: [AssignTrackPlansSuccess, AssignedPlanRefused, NotFound],
  resolveType: (value) => value.__typename,
})

builder.mutationField('assignTrackPlans', (t) =>
  t.field({
    type: AssignTrackPlansResult,
    description: "All that the trainee's track prescribes.",
    args: { input: t.arg({ type: AssignTrackPlansInput, required: true }) },
    resolve: async (_root, { input: { traineeId } }, context) => {
      const rows = await assignTrackPlans(traineeId, context)
      if (rows === null) return { __typename: 'NotFound' as const, id: traineeId }
      return typeof rows === 'string'
        ? refusedWith(rows)
        : { __typename: 'AssignTrackPlansSuccess' as const, rows }
    },
  }),
)
