import { batched } from '@kompetanse/graph'
import type { Id } from '@kompetanse/schema/ids'
import { builder } from '../../builder.ts'
import { database } from '../../database.ts'

interface Card {
  readonly id: Id<'Enterprise'>
  readonly name: string
}

export const Enterprise = builder.objectRef<Card>('Enterprise').implement({
  directives: { key: { fields: 'id', resolvable: false } },
  description: 'A municipality or a hospital that trains doctors.',
  fields: (t) => ({
    id: t.exposeID('id'),
    name: t.exposeString('name', { shareable: true }),
  }),
})

/** Enterprises by id, by the name that those who work there have brought along. */
export const enterpriseOf = batched<Id<'Enterprise'>, Card>(async (ids) => {
  const found = await database.person.findMany({
    where: { enterpriseId: { in: ids } },
    distinct: ['enterpriseId'],
    select: { enterpriseId: true, enterpriseName: true },
  })
  return new Map(
    found.flatMap(({ enterpriseId: id, enterpriseName: name }) => (id && name ? [[id, { id, name }]] : [])),
  )
})
