import { builder } from '../../builder.ts'

export const Person = builder.prismaObject('Person', {
  description: 'The directory card: every subgraph answers it from its own copy of the directory.',
  directives: { key: { fields: 'id', resolvable: false } },
  fields: (t) => ({
    id: t.exposeID('id'),
    displayName: t.exposeString('displayName', { shareable: true }),
  }),
})
