import { mutationsOn } from '../../graph/mutation.ts'
import { planCommands } from '../use-cases/commands.ts'
import { planById } from './plan-by-id.ts'
import { AssignedPlanRefused } from './refusals.ts'

const planMutation = mutationsOn({
  id: 'assignedPlanId',
  refused: AssignedPlanRefused,
  perform: planCommands.perform,
  success: (t) => ({ plan: planById(t) }),
})

planMutation({
  name: 'DeleteAssignedPlan',
  description: 'By the leader, of a plan that is not begun; PLAN_BEGUN else: archive it (F067).',
  command: () => ({ name: 'DELETE', reason: null }),
  success: (t) => ({ assignedPlanId: t.exposeID('id') }),
})

planMutation({
  name: 'ArchiveAssignedPlan',
  description: 'By the leader, of a plan that is begun; PLAN_NOT_BEGUN else: delete it (F107).',
  command: () => ({ name: 'ARCHIVE', reason: null }),
})

planMutation({
  name: 'RestoreAssignedPlan',
  description:
    'By the leader, of an archived plan; ALREADY_ASSIGNED beside an active one of its template (F068).',
  command: () => ({ name: 'RESTORE', reason: null }),
})

planMutation({
  name: 'DeleteBegunPlan',
  description: 'By support alone; the reason is kept in the history (F108).',
  input: (t) => ({ reason: t.string({ required: true, description: 'REASON_REQUIRED of an empty one.' }) }),
  command: ({ reason }) => ({ name: 'DELETE_BEGUN', reason }),
  success: (t) => ({ assignedPlanId: t.exposeID('id') }),
})
