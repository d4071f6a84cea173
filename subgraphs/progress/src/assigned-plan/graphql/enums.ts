import { builder } from '../../builder.ts'

export const AssignedPlanStatus = builder.enumType('AssignedPlanStatus', {
  values: {
    ACTIVE: {},
    ARCHIVED: { description: 'Archived and deactivated are one state; the leader can restore.' },
  } as const,
})

export const PlanArchiveReason = builder.enumType('PlanArchiveReason', { values: ['BY_LEADER'] as const })

export const AssignedPlanCommand = builder.enumType('AssignedPlanCommand', {
  values: {
    DELETE: { description: 'Not begun only.' },
    ARCHIVE: { description: 'Begun only.' },
    RESTORE: {},
    DELETE_BEGUN: { description: 'Begun; support only, logged.' },
  } as const,
})
