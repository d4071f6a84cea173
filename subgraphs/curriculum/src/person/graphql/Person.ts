import type { Id } from '@kompetanse/schema/ids'
import { builder } from '../../builder.ts'

/** Persons are identity's: here they are known by their keys. */
export const Person = builder.objectRef<{ readonly id: Id<'Person'> }>('Person').implement({
  directives: { key: { fields: 'id', resolvable: false } },
  fields: (t) => ({ id: t.exposeID('id') }),
})
