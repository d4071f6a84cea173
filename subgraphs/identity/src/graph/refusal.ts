import { REFUSALS, type IdentityRefusal } from '../asker/domain/refusal.ts'
import { builder } from '../builder.ts'

const IdentityRefusalCode = builder.enumType('IdentityRefusalCode', { values: REFUSALS })

export const IdentityRefused = builder
  .objectRef<{ readonly code: IdentityRefusal }>('IdentityRefused')
  .implement({
    description: 'The rules say no; the code says which.',
    fields: (t) => ({ code: t.expose('code', { type: IdentityRefusalCode }) }),
  })
