import { builder } from '../../builder.ts'
import type { TabCounts } from '../persistence/counts.ts'

export const ServiceTimeTabCounts = builder.objectRef<TabCounts>('ServiceTimeTabCounts').implement({
  fields: (t) => ({
    waiting: t.exposeInt('waiting'),
    rejected: t.exposeInt('rejected'),
    signed: t.exposeInt('signed'),
  }),
})

export const ServiceTimeTab = builder.enumType('ServiceTimeTab', {
  values: ['WAITING', 'REJECTED', 'SIGNED'] as const,
})
