import { builder } from '../../builder.ts'

export const AssignedPlanStatus = builder.enumType('AssignedPlanStatus', {
  description: 'Whether an assigned plan is in use.',
  values: {
    ACTIVE: {},
    ARCHIVED: { description: 'Archived and deactivated are one state; the leader can restore.' },
  } as const,
})

export const PlanArchiveReason = builder.enumType('PlanArchiveReason', {
  description: 'Why a plan is archived.',
  values: ['BY_LEADER'] as const,
})

export const AssignedPlanCommand = builder.enumType('AssignedPlanCommand', {
  description: 'What can be done with an assigned plan.',
  values: {
    DELETE: { description: 'Not begun only.' },
    ARCHIVE: { description: 'Begun only.' },
    RESTORE: {},
    DELETE_BEGUN: { description: 'Begun; support only, logged.' },
  } as const,
})
