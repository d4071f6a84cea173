import { NotFound, StaleVersion, type Types } from '../../builder.ts'
import { mutation } from '../../graph/mutation.ts'
import { planCommands } from '../use-cases/commands.ts'
import { planById } from './plan-by-id.ts'
import { AssignedPlanRefused } from './refusals.ts'

const refusals = [AssignedPlanRefused, NotFound, StaleVersion]

const seenPlan = (t: PothosSchemaTypes.InputFieldBuilder<Types, 'InputObject'>) => ({
  assignedPlanId: t.id({ required: true }),
  expectedVersion: t.int({
    required: true,
    description: 'What the actor saw; anything newer is StaleVersion.',
  }),
})

mutation({
  name: 'DeleteAssignedPlan',
  description: 'By the leader, of a plan that is not begun; PLAN_BEGUN else: archive it (F067).',
  input: seenPlan,
  refusals,
  perform: ({ assignedPlanId: id, expectedVersion }, context) =>
    planCommands.perform({ id, expectedVersion, command: { name: 'DELETE', reason: null } }, context),
  success: (t) => ({ assignedPlanId: t.exposeID('id') }),
})

mutation({
  name: 'ArchiveAssignedPlan',
  description: 'By the leader, of a plan that is begun; PLAN_NOT_BEGUN else: delete it (F107).',
  input: seenPlan,
  refusals,
  perform: ({ assignedPlanId: id, expectedVersion }, context) =>
    planCommands.perform({ id, expectedVersion, command: { name: 'ARCHIVE', reason: null } }, context),
  success: (t) => ({ plan: planById(t) }),
})

mutation({
  name: 'RestoreAssignedPlan',
  description:
    'By the leader, of an archived plan; ALREADY_ASSIGNED beside an active one of its template (F068).',
  input: seenPlan,
  refusals,
  perform: ({ assignedPlanId: id, expectedVersion }, context) =>
    planCommands.perform({ id, expectedVersion, command: { name: 'RESTORE', reason: null } }, context),
  success: (t) => ({ plan: planById(t) }),
})

mutation({
  name: 'DeleteBegunPlan',
  description: 'By support alone; the reason is kept in the history (F108).',
  input: (t) => ({
    ...seenPlan(t),
    reason: t.string({ required: true, description: 'REASON_REQUIRED of an empty one.' }),
  }),
  refusals,
  perform: ({ assignedPlanId: id, expectedVersion, reason }, context) =>
    planCommands.perform({ id, expectedVersion, command: { name: 'DELETE_BEGUN', reason } }, context),
  success: (t) => ({ assignedPlanId: t.exposeID('id') }),
})
