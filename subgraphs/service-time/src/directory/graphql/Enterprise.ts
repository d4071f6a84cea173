import { builder } from '../../builder.ts'

export const Enterprise = builder.objectRef<{ id: string; name: string }>('Enterprise').implement({
  directives: { key: { fields: 'id', resolvable: false } },
  description: 'A municipality or a hospital that trains doctors.',
  fields: (t) => ({
    id: t.exposeID('id'),
    name: t.exposeString('name', { shareable: true }),
  }),
})
