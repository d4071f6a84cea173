import { builder } from '../../builder.ts'

export const Unit = builder.objectRef<{ id: string; name: string }>('Unit').implement({
  directives: { key: { fields: 'id', resolvable: false } },
  description: 'A unit of an enterprise, in which people work.',
  fields: (t) => ({
    id: t.exposeID('id'),
    name: t.exposeString('name', { shareable: true }),
  }),
})
