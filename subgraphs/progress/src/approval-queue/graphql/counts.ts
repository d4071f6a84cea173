import { builder } from '../../builder.ts'
import type { ApprovalCounts } from '../persistence/counts.ts'

export const ApprovalTabCounts = builder.objectRef<ApprovalCounts>('ApprovalTabCounts').implement({
  fields: (t) => ({
    waiting: t.exposeInt('waiting'),
    rejected: t.exposeInt('rejected'),
    approved: t.exposeInt('approved'),
  }),
})

export const ApprovalTab = builder.enumType('ApprovalTab', {
  values: ['WAITING', 'REJECTED', 'APPROVED'] as const,
})
