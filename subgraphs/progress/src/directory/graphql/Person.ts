import { plain } from '@kompetanse/graph'
import { builder } from '../../builder.ts'

export const Person = builder.prismaObject('Person', {
  description: 'The directory card: every subgraph answers it from its own copy of the directory.',
  directives: { key: { fields: 'id', resolvable: false } },
  select: { id: true, displayName: true },
  fields: (t) => ({
    id: t.id(plain('id')),
    displayName: t.string({ ...plain('displayName'), shareable: true }),
  }),
})
