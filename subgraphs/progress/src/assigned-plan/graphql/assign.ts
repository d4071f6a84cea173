import { NotFound } from '../../builder.ts'
import { mutation } from '../../graph/mutation.ts'
import { assignPlans, assignTrackPlans } from '../use-cases/assign-plans.ts'
import { AssignPlanRow } from './assign-row.ts'
import { AssignedPlanRefused } from './refusals.ts'

mutation({
  name: 'AssignPlans',
  description:
    'Each plan to each trainee, by who leads them: one outcome per pair, at most 200 pairs (F101).',
  input: (t) => ({
    traineeIds: t.idsOf('Person', {
      required: true,
      description:
        'With the plans from 1 to 200 pairs: ROWS_EMPTY or TOO_MANY_ROWS of others. One given twice counts once.',
    }),
    planTemplateIds: t.idsOf('PlanTemplate', {
      required: true,
      description: 'Each trainee gets the version in force today. One given twice counts once.',
    }),
  }),
  refusals: [AssignedPlanRefused],
  perform: ({ traineeIds, planTemplateIds }, context) => assignPlans(traineeIds, planTemplateIds, context),
  success: (t) => ({ rows: t.field({ type: [AssignPlanRow], resolve: ({ rows }) => [...rows] }) }),
})

mutation({
  name: 'AssignTrackPlans',
  description: "All that the trainee's track prescribes, by who leads them (F102–F105).",
  input: (t) => ({
    traineeId: t.idOf('Person', {
      required: true,
      description: 'Whose track; NotFound of whom the actor may not see.',
    }),
  }),
  refusals: [AssignedPlanRefused, NotFound],
  perform: ({ traineeId }, context) => assignTrackPlans(traineeId, context),
  success: (t) => ({ rows: t.field({ type: [AssignPlanRow], resolve: ({ rows }) => [...rows] }) }),
})
