import { builder } from '../../builder.ts'
import type { SigningCounts } from '../persistence/counts.ts'

export const SigningTabCounts = builder.objectRef<SigningCounts>('SigningTabCounts').implement({
  fields: (t) => ({
    waiting: t.exposeInt('waiting'),
    rejected: t.exposeInt('rejected'),
    signed: t.exposeInt('signed'),
  }),
})

export const SigningTab = builder.enumType('SigningTab', {
  values: ['WAITING', 'REJECTED', 'SIGNED'] as const,
})
