/** Persons and regions are identity's: here they are known by their keys. */
import { builder } from '../builder.ts'

export const Person = builder.objectRef<{ readonly id: string }>('Person').implement({
  directives: { key: { fields: 'id', resolvable: false } },
  fields: (t) => ({ id: t.exposeID('id') }),
})

export const Region = builder.objectRef<{ readonly code: string }>('Region').implement({
  directives: { key: { fields: 'code', resolvable: false } },
  fields: (t) => ({ code: t.exposeString('code') }),
})
