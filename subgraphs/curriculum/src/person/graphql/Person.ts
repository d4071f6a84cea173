import { builder } from '../../builder.ts'

/** Persons are identity's: here they are known by their keys. */
export const Person = builder.objectRef<{ readonly id: string }>('Person').implement({
  directives: { key: { fields: 'id', resolvable: false } },
  fields: (t) => ({ id: t.exposeID('id') }),
})
